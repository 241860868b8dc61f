/** What the doctor found at one place, and where something is wrong, what to do. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly says: string;
  readonly todo?: string;
}

/** All is well there. */
export const ok = (check: string, says: string): Finding => ({ check, state: 'ok', says });

/** Goes on, and should not stay so. */
export const warn = (check: string, says: string, todo: string): Finding => ({ check, state: 'warn', says, todo });

/** Does not work, or must not go on. */
export const fail = (check: string, says: string, todo: string): Finding => ({ check, state: 'fail', says, todo });
