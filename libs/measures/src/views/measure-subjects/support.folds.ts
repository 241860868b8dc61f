import type { CaregiverSupportFact } from '#caregiver-support/contracts';
import { type Recorded, streamId } from '#kernel/core';
import type { Projection } from '#kernel/readers';
import type { SubjectSupport } from '../../subject/subject-case.js';
import { first } from '../../subject/told.js';
import type { MeasureSubjectRow, SubjectRow } from './measure-subject.row.js';
import { ofSafetyEvent, told } from './row-of.js';

/** What a fact changes in the support of one person. Nothing of it is kept but times. */
const ofSupport = (
  event: Recorded,
  row: SubjectRow | undefined,
  change: (known: SubjectSupport) => SubjectSupport,
): SubjectRow | undefined =>
  ofSafetyEvent(event, row, ({ support = {} }) => {
    const id = streamId(event.stream);
    const known = support[id];
    return known ? { support: { ...support, [id]: change(known) } } : {};
  });

/** What the measures learn of the support of those who were involved: that it was owed and first offered, and when. */
export const supportFolds: Projection<MeasureSubjectRow, CaregiverSupportFact>['on'] = {
  CaregiverSupportOwed: (event, row) =>
    ofSafetyEvent(event, row, ({ support = {} }) => {
      const owed = told(event, event.data.identifiedAt);
      const outside = event.data.relation === 'not_of_this_facility';
      return { support: { ...support, [streamId(event.stream)]: { owed, outside } } };
    }),
  CaregiverSupportOffered: (event, row) =>
    ofSupport(event, row, (known) => ({
      ...known,
      offered: first(known.offered, told(event, event.data.offeredAt)),
    })),
  CaregiverSupportEnded: (event, row) =>
    ofSupport(event, row, (known) =>
      event.data.reason === 'entered_in_error' ? { ...known, inError: known.inError ?? told(event) } : known,
    ),
};
