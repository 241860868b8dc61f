import type { Projection } from '#kernel/readers';
import { COMPENSATION, type Component, type HoldReason, type ResolutionCaseFact } from '#resolution/contracts';
import { first, type Told } from '../../subject/told.js';
import { ofCase } from './case.folds.js';
import type { MeasureSubjectRow } from './measure-subject.row.js';
import { told } from './row-of.js';

/** For whose sake a case waits, where that excuses the determination (domain.md 2.3, RES-01). */
const PAUSED_FOR: Readonly<Partial<Record<HoldReason, 'paused' | 'recordPending'>>> = {
  patient_wish: 'paused',
  grief: 'paused',
  treatment: 'paused',
  medical_examiner: 'recordPending',
};

const isCompensation = (components: readonly Component[]): boolean =>
  components.some((one) => COMPENSATION.includes(one));

const compensating = (components: readonly Component[], known: Told | undefined, offer: Told) =>
  isCompensation(components) ? { compensated: first(known, offer) } : {};

/** What the measures learn from how a case was judged, and from what was offered in it. */
export const outcomeFolds: Projection<MeasureSubjectRow, ResolutionCaseFact>['on'] = {
  CareDeterminationMade: (event, row) =>
    ofCase(event, row, ({ determined, unreasonable }) => {
      const { determination } = event.data;
      if (determination === 'undetermined') return {};
      return {
        determined: first(determined, told(event)),
        unreasonable: determination === 'unreasonable' ? (unreasonable ?? told(event)) : undefined,
      };
    }),
  CasePlacedOnHold: (event, row) =>
    ofCase(event, row, (known) => {
      const { reason, heldAt } = event.data;
      const pause = PAUSED_FOR[reason];
      const turns = [...(known.turns ?? []), { ...told(event, heldAt), turn: 'held' as const }];
      return {
        ...(pause && { [pause]: known[pause] ?? told(event) }),
        ...(reason === 'patient_wish' && { turns }),
      };
    }),
  InsurerReferralMade: (event, row) =>
    ofCase(event, row, ({ referred }) => ({ referred: first(referred, told(event, event.data.referredAt)) })),
  InsurerReferralNotNeeded: (event, row) =>
    ofCase(event, row, ({ selfFunded }) => ({ selfFunded: selfFunded ?? told(event) })),
  ClaimReceived: (event, row) =>
    ofCase(event, row, ({ claimed }) => ({ claimed: first(claimed, told(event, event.data.receivedAt)) })),
  SuitFiled: (event, row) =>
    ofCase(event, row, ({ sued, suit }) => {
      const filed = told(event, event.data.filedAt);
      return { sued: sued ?? filed, suit: first(suit, filed) };
    }),
  PatientDeclinedProgram: (event, row) =>
    ofCase(event, row, ({ refused }) => (event.data.scope === 'program' ? { refused: refused ?? told(event) } : {})),
  RightToCounselAdvised: (event, row) =>
    ofCase(event, row, ({ advised }) =>
      event.data.written ? { advised: first(advised, told(event, event.data.advisedAt)) } : {},
    ),
  OfferMade: (event, row) =>
    ofCase(event, row, ({ offered, compensated }) => {
      const offer = told(event, event.data.madeAt);
      return { offered: first(offered, offer), ...compensating(event.data.components, compensated, offer) };
    }),
  OfferRevised: (event, row) =>
    ofCase(event, row, ({ compensated }) =>
      compensating(event.data.components, compensated, told(event, event.data.revisedAt)),
    ),
};
