import {
  code,
  coded,
  eventType,
  group,
  instant,
  list,
  maybe,
  open,
  optional,
  PRECISIONS,
  sealed,
  text,
  uuid,
  whole,
} from '#kernel/core';
import { CONFIDENTIALITIES, WORKFORCE_KINDS } from './follow-up.codes.js';
import { YES_NO_UNKNOWN } from './patient.codes.js';
import {
  CATEGORIES,
  EVENT_CLASSES,
  FLAGS,
  HARM_SEVERITIES,
  HARMED,
  POPULATIONS,
  SOURCES,
} from './safety-event.codes.js';

const time = () => group({ value: instant(), precision: code(PRECISIONS) });

/** Type names are those of domain.md 8.4. Version 1 knew no further categories, no workforce harm and no concern. */
export const safetyEventReported = eventType(
  'SafetyEventReported',
  2,
  {
    eventClass: open('OPER', code(EVENT_CLASSES)),
    category: optional(open('OPER', code(CATEGORIES))),
    /** What else it is, where one category does not say it all. */
    furtherCategories: optional(open('OPER', list(code(CATEGORIES), 5))),
    harmed: open('OPER', code(HARMED)),
    /** Harm as the reporter or the source says; nobody here has rated it yet. */
    harmReported: optional(open('OPER', code(HARM_SEVERITIES))),
    narrative: optional(sealed('PHI', text())),
    immediateActions: optional(sealed('PHI', text())),
    /** What went well, and who caught it. */
    wentWell: optional(sealed('PHI', text(4000))),
    eventAt: open('OPER', time()),
    discoveredAt: open('OPER', time()),
    facilityId: open('OPER', uuid()),
    unitId: optional(open('OPER', uuid())),
    source: open('OPER', code(SOURCES)),
    reporter: optional(open('IDENT', uuid())),
    /** Absent on what came before reporters could choose: confidential. */
    confidentiality: optional(open('OPER', code(CONFIDENTIALITIES))),
    /** The patient's record number. */
    patientRef: optional(sealed('PHI', text(100))),
    population: optional(open('OPER', code(POPULATIONS))),
    /** Harm to those who work here. */
    workforce: optional(
      open(
        'OPER',
        group({
          kind: code(WORKFORCE_KINDS),
          daysAway: maybe(whole(0, 3650)),
          oshaRecordable: maybe(code(YES_NO_UNKNOWN)),
        }),
      ),
    ),
    flags: optional(open('OPER', list(code(FLAGS)))),
    /** The concern of a patient or family that this came from: its words stay there. */
    concernId: optional(open('OPER', uuid())),
    /** The codes of an outside source, as it gave them, by the source's own names. */
    sourceCodes: optional(open('OPER', list(group({ name: coded(), value: coded() }), 40))),
    /** What else the source says, in anybody's words. */
    sourceText: optional(sealed('OPER', list(group({ name: coded(), value: text(200) }), 40))),
    /** The version of the mapping that read the source. */
    mapping: optional(open('OPER', coded())),
  },
  [(data) => data],
);

/** The reporter got a code to follow the report with: only its keyed hash is kept. */
export const reportReceiptIssued = eventType('ReportReceiptIssued', 1, { codeHash: open('IDENT', coded()) });
