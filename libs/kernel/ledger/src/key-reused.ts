/** The command's id came before with another request. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';

  constructor() {
    super('This command id came before with another request');
  }
}
