/** The roles a person may hold (DESIGN section 5); `family` comes by link, `system` is a process. */
export const ROLES = [
  'reporter',
  'liaison',
  'risk-manager',
  'review-chair',
  'review-member',
  'patient-representative',
  'peer-supporter',
  'claims',
  'executive',
  'analyst',
  'org-admin',
  'auditor',
  'network-steward',
  'family',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts (domain.md 8.1). `id` is absent for anonymous reporters; `role` is the one that allowed the act. */
export interface Actor {
  readonly kind: 'staff' | 'patient' | 'representative' | 'system' | 'anonymous';
  readonly id?: string;
  readonly role: Role;
}

/** The actor as the ledger stores it: `kind/id/role`, with `-` for an absent id. */
export const actorText = ({ kind, id, role }: Actor): string => `${kind}/${id ?? '-'}/${role}`;

/** The inverse of {@link actorText}. */
export const actorOf = (text: string): Actor => {
  const [kind, id, role] = text.split('/') as [Actor['kind'], string, Role];
  return id === '-' ? { kind, role } : { kind, id, role };
};

/** The id of an actor who must be known. Throws for an anonymous one: such acts have no anonymous form. */
export const actorId = ({ id }: Actor): string => {
  if (!id) throw new Error('This act needs a known actor');
  return id;
};
