import { type Kind, type Label, open, sealed } from '#kernel/core';

/** The labels of kept facts. What is peer review, work product, counsel's or a caregiver's does not compile here (INV-24). */
type KeptLabel = Extract<Label, 'OPER' | 'PHI' | 'SHARED'>;

/** A field of a kept fact in clear. */
export const kept = <T>(label: KeptLabel, kind: Kind<T, false>) => open(label, kind);

/** A field of a kept fact that is sealed. */
export const keptSealed = <T>(label: KeptLabel, kind: Kind<T>) => sealed(label, kind);
