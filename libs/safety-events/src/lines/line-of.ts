import type { Label } from '#kernel/core';
import { present } from '#kernel/readers';
import type { SafetyEventLine } from './line.body.js';
import type { SafetyEventListRow } from './safety-event-list.row.js';

/** What a row keeps for lookups and counts, and no line shows. */
type Unshown =
  | 'org'
  | 'position'
  | 'reporter'
  | 'hasReceipt'
  | 'statusBefore'
  | 'weight'
  | 'harmSince'
  | 'discoveredAt'
  | 'lateEntry'
  | 'dismissed'
  | 'patients'
  | 'patientFacts'
  | 'messagesToReporter'
  | 'messagesFromReporter'
  | 'firstFeedbackAt'
  | 'feedbackDays'
  | 'zone';

/** A row as somebody who may see these labels may see it. */
export const lineOf = (row: SafetyEventListRow, labels: readonly Label[]): SafetyEventLine => {
  const kept = present(row);
  const { id, eventAt, eventPrecision, reportedAt, revision } = kept;
  if (!labels.includes('OPER')) return { id, eventAt, eventPrecision, reportedAt, revision };
  return {
    ...shown(kept),
    patients: kept.patients.length,
    messages: kept.messagesToReporter + kept.messagesFromReporter,
  };
};

const shown = ({
  org: _org,
  position: _position,
  reporter: _reporter,
  hasReceipt: _hasReceipt,
  statusBefore: _statusBefore,
  weight: _weight,
  harmSince: _harmSince,
  discoveredAt: _discoveredAt,
  lateEntry: _lateEntry,
  dismissed: _dismissed,
  patients: _patients,
  patientFacts: _patientFacts,
  messagesToReporter: _to,
  messagesFromReporter: _from,
  firstFeedbackAt: _firstFeedbackAt,
  feedbackDays: _feedbackDays,
  zone: _zone,
  ...line
}: SafetyEventListRow): Omit<SafetyEventListRow, Unshown> => line;
