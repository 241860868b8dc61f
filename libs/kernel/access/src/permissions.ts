import { type Label, ROLES, type Role } from '#kernel/core';
import { CASE_ACTIONS } from './case-actions.js';
import { acts, actsOnOwn, type Rule, type Scope, sees, seesOwn } from './rule.js';

export type { Scope };

/** Who is no member of the organization: its network's steward, families (they come by link), processes. */
const OUTSIDE: readonly Role[] = ['network-steward', 'family', 'system'];

/** Everyone who signs in as a member of the organization. */
const STAFF = ROLES.filter((role) => !OUTSIDE.includes(role));

/** Who reports safety events. */
const REPORTERS: readonly Role[] = ['reporter', 'liaison', 'risk-manager', 'review-chair', 'review-member'];

/** A risk manager reads everything but the reporter's identity, which is an action of its own. */
const READING_SAFETY_EVENTS: readonly Rule[] = [
  sees(['risk-manager'], 'OPER', 'PHI', 'SHARED'),
  seesOwn(['reporter'], 'OPER', 'PHI', 'IDENT'), // what they wrote themselves
  sees(['auditor']), // that a record is there, when it changed and by whom: no field of it
];

/** Of a concern, its liaison reads what is theirs; who submitted it is an action of its own (domain.md 7.8). */
const READING_CONCERNS: readonly Rule[] = [
  sees(['risk-manager'], 'OPER', 'PHI', 'SHARED'),
  seesOwn(['liaison'], 'OPER', 'PHI', 'SHARED'),
  sees(['auditor']),
];

/** Support of those who were involved is nobody's business but the peer supporter's who gives it (INV-29, domain.md 7.8). */
const CARING: readonly Rule[] = [seesOwn(['peer-supporter'], 'CARE')];

/**
 * Who may do what, and which labels they see by it: the one table (reliability.md 3.2, domain.md 7.8; where they
 * differ, the narrower, but for what decision 0009 says). What is not here is refused. Where a person holds several roles the first rule wins, so
 * each list goes from wide to narrow. Roles that are bound to an assignment (chair, members, liaison) read nothing
 * until there are assignments.
 */
const TABLE = {
  'safety-event.report': [acts(...REPORTERS)],
  'safety-event.import': [acts('system', 'risk-manager')],
  'safety-event.list': READING_SAFETY_EVENTS,
  'safety-event.read': READING_SAFETY_EVENTS,
  'safety-event.read-reporter': [sees(['risk-manager'], 'IDENT')],
  'safety-event.attach': [acts('risk-manager'), seesOwn(['reporter'])],
  'safety-event.list-attachments': [sees(['risk-manager'], 'OPER', 'PHI'), seesOwn(['reporter'], 'OPER', 'PHI')],
  'safety-event.open-attachment': [sees(['risk-manager'], 'OPER', 'PHI')], // reporters have what they sent
  'safety-event.remove-attachment': [acts('risk-manager')],
  'safety-event.inbox': [sees(['risk-manager'], 'OPER', 'PHI')],
  'safety-event.compare': [sees(['risk-manager'], 'OPER', 'PHI')], // record numbers are compared, by their blind indexes
  'safety-event.see-readers': [sees(['risk-manager'], 'OPER'), seesOwn(REPORTERS, 'OPER')], // who it was shown to
  'safety-event.follow-own': [seesOwn(REPORTERS, 'OPER', 'PHI', 'IDENT')],
  'feedback-report.read': [sees(['risk-manager'], 'OPER')], // small counts and all
  'data-quality.read': [sees(['risk-manager'], 'OPER')],
  'safety-event.triage': [acts('risk-manager')],
  'safety-event.confirm': [acts('risk-manager')],
  'safety-event.close': [acts('risk-manager')],
  'safety-event.void': [acts('risk-manager')],
  'safety-event.identify': [acts('risk-manager')],
  'safety-event.determine-eligibility': [acts('risk-manager')],
  'safety-event.notify-leadership': [acts('risk-manager')],
  'safety-event.assess-harm': [acts('risk-manager')],
  'safety-event.require-review': [acts('risk-manager')],
  'safety-event.sequester': [acts('risk-manager')],
  'safety-event.identify-staff': [acts('risk-manager')],
  'safety-event.link-patient': [acts('risk-manager')],
  'safety-event.assign': [acts('risk-manager')],
  'safety-event.flag': [acts('risk-manager')],
  'safety-event.add': [acts('risk-manager'), actsOnOwn(...REPORTERS)], // the decider knows whose it is
  'safety-event.message': [acts('risk-manager'), actsOnOwn(...REPORTERS)],
  'safety-event.give-feedback': [acts('risk-manager')],
  'safety-event.correct': [acts('risk-manager')],
  'safety-event.link': [acts('risk-manager')],
  'safety-event.merge': [acts('risk-manager')],
  'safety-event.redirect': [acts('risk-manager')],
  'safety-event.transfer': [acts('risk-manager')],
  'safety-event.reopen': [acts('risk-manager')],
  'safety-event.report-outside': [acts('risk-manager')],
  'safety-event.classify': [acts('risk-manager')],
  'safety-event.read-taxonomies': [sees(['risk-manager'], 'OPER')],
  'safety-event.preview-pso': [sees(['risk-manager'], 'OPER', 'PHI')],
  'safety-event.export': [sees(['risk-manager'], 'OPER', 'PHI')], // out of our hands: no narratives unless asked for
  'taxonomies.read': [acts(...STAFF)], // code lists: nobody's data

  ...CASE_ACTIONS,

  'concern.enter': [acts('reporter', 'liaison', 'risk-manager')],
  'concern.list': READING_CONCERNS,
  'concern.read': READING_CONCERNS,
  'concern.read-submitter': [sees(['risk-manager'], 'IDENT')],
  'concern.attach': [acts('risk-manager'), actsOnOwn('liaison', 'reporter')], // what came with a letter that they entered
  'concern.list-attachments': [sees(['risk-manager'], 'OPER', 'PHI'), seesOwn(['liaison'], 'OPER', 'PHI')],
  'concern.open-attachment': [sees(['risk-manager'], 'OPER', 'PHI'), seesOwn(['liaison'], 'OPER', 'PHI')],
  'concern.remove-attachment': [acts('risk-manager')],
  'concern.take-urgent-action': [acts('risk-manager', 'liaison')], // a liaison on a concern that is theirs, here and below
  'concern.acknowledge': [acts('risk-manager', 'liaison')],
  'concern.classify': [acts('risk-manager')],
  'concern.triage': [acts('risk-manager')],
  'concern.assign': [acts('risk-manager')],
  'concern.follow-up': [acts('risk-manager', 'liaison')],
  'concern.respond': [acts('risk-manager', 'liaison')],
  'concern.close': [acts('risk-manager')],
  'concern.merge': [acts('risk-manager')],
  'concern.judge-spam': [acts('risk-manager')],
  'concern.convert': [acts('risk-manager', 'liaison')],
  'concern.disclose-identity': [acts('risk-manager')],

  'caregiver-support.list': CARING,
  'caregiver-support.read': CARING,
  'caregiver-support.offer': [acts('peer-supporter')],
  'caregiver-support.answer': [acts('peer-supporter')],
  'caregiver-support.hold-contact': [acts('peer-supporter')],
  'caregiver-support.end': [acts('peer-supporter')],
  'caregiver-support.uptake': [acts('risk-manager', 'executive', 'analyst')], // counts of 11 and more, of quarters that are over

  'measures.read': [
    sees(['risk-manager', 'review-chair', 'review-member'], 'OPER'),
    acts('executive', 'analyst', 'auditor'), // suppressed: no count of 1 to 10, nor what tells one
  ],
  'measures.open': [sees(['risk-manager'], 'OPER')], // the cases behind a figure: for those who read cases
  'measures.freeze': [acts('risk-manager', 'executive')],

  'organization.read': [sees([...STAFF, 'system'], 'OPER')],
  'organization.administer': [acts('org-admin')],
  'person.read': [sees(['org-admin', 'auditor'], 'OPER')],
  'person.administer': [acts('org-admin')],
  'role.grant': [acts('org-admin')], // never to oneself: the organization's decider refuses that

  'on-call.read': [acts(...STAFF, 'system')],
  'on-call.assign': [acts('org-admin', 'risk-manager')],
  'deadline.list': [
    sees(['risk-manager'], 'OPER'),
    seesOwn(['liaison'], 'OPER'),
    sees(['peer-supporter'], 'CARE'), // of those clocks that they alone hear of
  ],
  'deadline.pause': [acts('risk-manager'), seesOwn(['liaison'])], // of a liaison their own: the decider says so
  'deadline.change': [acts('risk-manager')], // claim, assign, extend, waive
  'clock-policy.read': [sees(['org-admin', 'risk-manager', 'auditor'], 'OPER')],
  'clock-policy.define': [acts('org-admin')],

  'inbox.own': [acts(...STAFF)], // one's own, by whoever signs in
  'effects.read': [acts('org-admin', 'risk-manager', 'system')],
  'effects.resolve': [acts('org-admin', 'risk-manager')],

  'feed.watch': [acts(...STAFF, 'system')], // of each stream only what the action says that reads it

  'ledger.verify': [acts(...STAFF, 'network-steward', 'system')],
  'backup.take': [acts('system')], // every organization's, so nobody's of one
  'organization.export': [acts('system')],
  'organization.import': [acts('system')],
  'queues.look': [acts('org-admin', 'auditor', 'system')], // positions and counts: queues hold every organization's jobs
  'readers.status': [acts('org-admin', 'auditor', 'system')],
  'readers.rebuild': [acts('org-admin', 'system')],
  'readers.repair': [acts('org-admin', 'system')],
  'subject.forget': [acts('org-admin')], // a second person approves: kernel/privacy refuses that
} as const satisfies Record<string, readonly Rule[]>;

/** What somebody may be allowed to do, as `noun.verb`. */
export type Action = keyof typeof TABLE;

/** Every action there is, in the table's order: probes are generated from it. */
export const ACTIONS = Object.keys(TABLE) as readonly Action[];

/** That an action is allowed, by which role, and what may be shown of the records it reaches. */
export interface Grant {
  readonly action: Action;
  readonly role: Role;
  /** The fields that may be shown. Empty: ids, times and revisions only. */
  readonly labels: readonly Label[];
  readonly scope: Scope;
}

/** Whether somebody with these roles may do this, and how far. */
export const may = (roles: readonly Role[], action: Action): Grant | undefined => {
  for (const rule of TABLE[action] as readonly Rule[]) {
    const role = rule.roles.find((one) => roles.includes(one));
    if (role) return { action, role, labels: rule.labels, scope: rule.scope };
  }
  return undefined;
};
