import type { AbsorbCase } from './absorbing.rules.js';
import { disclosureAsked, packPinned } from './asked-by-law.js';
import type { CourseCommand } from './course.rules.js';
import type { RequireCaseMerge } from './merging.rules.js';
import { SOMEBODY } from './probed.js';
import type { Asking, Probes } from './resolution-case.rules.js';

const acting = ({ by, role, at }: Asking) => ({ by, role, at });

/** How a case stands aside, goes elsewhere and begins again. */
export const courseProbes: Probes<Exclude<CourseCommand, RequireCaseMerge | AbsorbCase>> = {
  PlaceOnHold: (_, asking) => [{ reason: 'patient_wish', ...acting(asking) }],
  ResumeCase: (_, asking) => [acting(asking)],
  ReceiveClaim: (_, asking) => [true, false].map((endsTalks) => ({ endsTalks, ...acting(asking) })),
  RecordSuit: (_, asking) => [acting(asking)],
  ReturnFromOutside: (_, asking) => [acting(asking)],
  // whoever was asked already, another one can be
  AskTransfer: (_, asking) => ['A', 'B'].map((to) => ({ receiver: 'hospital', to, ...acting(asking) })),
  TransferCase: (_, asking) => [{ acceptedBy: 'Somebody', patientToldAt: asking.at, ...acting(asking) }],
  // whether the other one can take it in is for the other one to say
  MergeCase: (resolutionCase, asking) => {
    const other = { ...resolutionCase, status: 'activated' } as const;
    const pack = packPinned(resolutionCase.care);
    return [...resolutionCase.mergeWith, SOMEBODY].map((into) => ({
      itself: '',
      into,
      other,
      patients: 'same',
      ...(pack && { pack: disclosureAsked(pack) }),
      ...acting(asking),
    }));
  },
  ReopenCase: (_, asking) => [{ reason: 'patient_asks', ...acting(asking) }],
};
