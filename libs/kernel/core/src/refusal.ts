/**
 * A "no" with a code. The code reads `<stream>/<why-not>` and becomes the problem type
 * `/problems/<stream>/<why-not>` at the edge, which alone chooses the HTTP status.
 * `field` names the input that caused it, as a dotted path, where one did.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
  }
}

/** Says no: throws a {@link Refusal}. Typed `never`, so that `return refuse(…)` closes a branch. */
export const refuse = (code: string, message: string, field?: string): never => {
  throw new Refusal(code, message, field);
};

/** Closes a `switch` over a union: a case that was forgotten does not compile. */
export const unreachable = (value: never): never => {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
};
