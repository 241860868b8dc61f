import { acts, actsOnOwn, type Rule, sees, seesOwn } from './rule.js';

/** Of a case, its liaison and team read what is theirs; counsel's part stays with the risk manager (domain.md 7.8). */
const READING_CASES: readonly Rule[] = [
  sees(['risk-manager'], 'OPER', 'PHI', 'SHARED', 'LEGAL'),
  seesOwn(['claims'], 'OPER', 'PHI', 'SHARED', 'LEGAL'),
  seesOwn(['liaison'], 'OPER', 'PHI', 'SHARED'),
  sees(['auditor']),
];

/** The part of the one table that is about resolution cases and the facts that are kept for them. */
export const CASE_ACTIONS = {
  'resolution-case.list': READING_CASES,
  'resolution-case.read': READING_CASES,
  'resolution-case.preview': [sees(['risk-manager'], 'SHARED'), seesOwn(['liaison'], 'SHARED')],
  'resolution-case.import': [acts('system', 'risk-manager')], // open cases from elsewhere
  'resolution-case.activate': [acts('risk-manager')],
  'resolution-case.assign': [acts('risk-manager')],
  'resolution-case.support': [acts('risk-manager', 'liaison')], // a liaison on a case that is theirs, here and below
  'resolution-case.people': [acts('risk-manager', 'liaison')],
  'resolution-case.decide-people': [acts('risk-manager')],
  'resolution-case.disclose': [acts('risk-manager', 'liaison')], // a liaison on a case that is theirs: the decider says so
  'resolution-case.hold-bill': [acts('risk-manager')],
  'resolution-case.determine': [acts('risk-manager')],
  'facts.read': [sees(['risk-manager'], 'OPER', 'PHI', 'SHARED'), seesOwn(['liaison'], 'OPER', 'PHI', 'SHARED')],
  'facts.record': [acts('risk-manager', 'liaison')], // a liaison in a case that is theirs
  'facts.clear': [acts('risk-manager')],
  'resolution-case.refer-insurer': [acts('risk-manager'), actsOnOwn('claims')],
  'resolution-case.apologize': [acts('risk-manager', 'liaison')],
  'resolution-case.notify': [acts('risk-manager')],
  'resolution-case.close': [acts('risk-manager')],
  'resolution-case.hold': [acts('risk-manager', 'liaison')], // theirs only, as above
  'resolution-case.record-claim': [acts('risk-manager')],
  'resolution-case.transfer': [acts('risk-manager')],
  'resolution-case.merge': [acts('risk-manager')],
  'resolution-case.reopen': [acts('risk-manager')],
  'resolution-case.offer': [acts('risk-manager', 'claims')], // claims on a case that is theirs, here and below
  'resolution-case.pay': [acts('risk-manager', 'claims')],
} as const satisfies Record<string, readonly Rule[]>;
