import type { Kind } from './kind.js';
import type { Secret } from './secret.js';

/**
 * Who may see a field (domain.md 7.8): workflow facts, health information, what the patient was told,
 * peer-review and patient-safety work product, counsel's matters, caregiver support, a reporter's identity.
 */
export const LABELS = ['OPER', 'PHI', 'SHARED', 'PEER', 'PSWP', 'LEGAL', 'CARE', 'IDENT'] as const;
export type Label = (typeof LABELS)[number];

/** One field of an event type. There is no way to make one without a label. */
export interface Field<T = unknown, Optional extends boolean = boolean> {
  readonly label: Label;
  readonly kind: Kind<unknown>;
  readonly sealed: boolean;
  readonly optional: Optional;
  readonly of?: T;
}

/** A field stored in clear: codes, times, ids. Free text does not compile here. */
export const open = <T>(label: Label, kind: Kind<T, false>): Field<T, false> => ({
  label,
  kind,
  sealed: false,
  optional: false,
});

/** A field stored encrypted under its subject's key: narratives, names, record numbers. */
export const sealed = <T>(label: Label, kind: Kind<T>): Field<Secret<T>, false> => ({
  label,
  kind,
  sealed: true,
  optional: false,
});

/** The same field, which an event may leave out. */
export const optional = <T>(field: Field<T, false>): Field<T, true> => ({ ...field, optional: true });
