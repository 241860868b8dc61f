import type { Label, Role } from '#kernel/core';

/** Whose records an action reaches: all of the organization's, or those the person reported or is about. */
export type Scope = 'all' | 'own';

/** One line of the permission table. */
export interface Rule {
  readonly roles: readonly Role[];
  readonly labels: readonly Label[];
  readonly scope: Scope;
}

/** They see these labels, of all of the organization's records. */
export const sees = (roles: readonly Role[], ...labels: readonly Label[]): Rule => ({ roles, labels, scope: 'all' });
/** The same, of what is their own. */
export const seesOwn = (roles: readonly Role[], ...labels: readonly Label[]): Rule => ({ roles, labels, scope: 'own' });
/** May act, and sees no more than the receipt. */
export const acts = (...roles: readonly Role[]): Rule => ({ roles, labels: [], scope: 'all' });

/** May act on what is their own. */
export const actsOnOwn = (...roles: readonly Role[]): Rule => ({ roles, labels: [], scope: 'own' });
