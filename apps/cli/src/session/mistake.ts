/** Something that whoever typed the command can mend: printed as it is, without a stack. */
export class Mistake extends Error {
  override readonly name = 'Mistake';
}
