/** The codes of a patient's or family's concern (domain.md 7.6, 8.5). */

export const CONCERN_STATES = [
  'submitted',
  'acknowledged',
  'triaged',
  'in_follow_up',
  'responded',
  'closed',
  'redirected',
  'withdrawn',
  'merged',
  'spam',
] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

/** How it came in. One intake for all of them. */
export const CONCERN_CHANNELS = [
  'web_form',
  'portal',
  'phone',
  'bedside_tablet',
  'rounding',
  'paper',
  'letter',
  'in_person',
  'complaint_desk',
  'survey_comment',
] as const;
export type ConcernChannel = (typeof CONCERN_CHANNELS)[number];

export const SUBMITTER_ROLES = [
  'patient',
  'parent',
  'family',
  'friend',
  'caregiver',
  'advocate',
  'visitor',
  'not_said',
] as const;
export type SubmitterRole = (typeof SUBMITTER_ROLES)[number];

/** By what somebody speaks for the patient, as they say it themselves. */
export const CLAIMED_AUTHORITIES = [
  'self',
  'parent_of_minor',
  'guardian',
  'health_care_proxy',
  'executor',
  'next_of_kin',
  'none',
] as const;
export type ClaimedAuthority = (typeof CLAIMED_AUTHORITIES)[number];

export const CONCERN_CATEGORIES = [
  'diagnosis',
  'medicine',
  'surgery_procedure',
  'infection',
  'fall',
  'communication',
  'delay',
  'equipment',
  'discharge',
  'respect_discrimination',
  'privacy',
  'other',
] as const;
export type ConcernCategory = (typeof CONCERN_CATEGORIES)[number];

/** What it did, as the submitter sees it. */
export const CONCERN_OUTCOMES = ['harm', 'nearly', 'worried', 'not_sure'] as const;
export type ConcernOutcome = (typeof CONCERN_OUTCOMES)[number];

export const HARM_KINDS = ['physical', 'emotional', 'financial', 'time', 'trust'] as const;
export type HarmKind = (typeof HARM_KINDS)[number];

export const AGE_GROUPS = ['baby', 'child', 'teenager', 'adult', 'older_adult', 'unknown'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

export const TIME_CERTAINTIES = ['exact', 'about', 'unknown'] as const;
export type TimeCertainty = (typeof TIME_CERTAINTIES)[number];

/** What the submitter would like to come of it. */
export const WISHES = [
  'fix_now',
  'explanation',
  'apology',
  'change',
  'talk_with_someone',
  'no_reply',
  'other',
] as const;
export type Wish = (typeof WISHES)[number];

/** How a submitter wants to be reached, and how an answer went out. */
export const CONTACT_CHANNELS = ['phone', 'email', 'text_message', 'letter', 'in_person', 'tracking_code'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** By which an answer reaches somebody in writing (42 CFR 482.13(a)(2)): a text message holds no answer. */
export const WRITTEN_CHANNELS: readonly ContactChannel[] = ['email', 'letter', 'tracking_code'];

/** What it is about; it may be several at once, and a grievance beside (42 CFR 482.13(a)(2)). */
export const CONCERN_KINDS = [
  'safety',
  'quality_of_care',
  'communication',
  'discrimination',
  'privacy',
  'billing',
  'service',
  'staff_conduct',
  'compliment',
] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];

/** How grave it seems at triage. */
export const CONCERN_SEVERITIES = ['urgent', 'high', 'moderate', 'low'] as const;
export type ConcernSeverity = (typeof CONCERN_SEVERITIES)[number];

export const CONCERN_REDIRECTIONS = ['hr', 'security', 'privacy', 'billing', 'other_organization'] as const;
export type ConcernRedirection = (typeof CONCERN_REDIRECTIONS)[number];

/** How a concern ended (domain.md 8.5). */
export const CONCERN_ENDINGS = ['answered', 'no_reply_wanted', 'anonymous', 'unreachable'] as const;
export type ConcernEnding = (typeof CONCERN_ENDINGS)[number];

export const CONCERN_MATCHES = ['time', 'place', 'patient', 'category', 'words'] as const;
export type ConcernMatch = (typeof CONCERN_MATCHES)[number];

/** Who writes: the submitter, by code or signed link, or somebody here. */
export const CONCERN_WRITERS = ['submitter', 'staff'] as const;
export type ConcernWriter = (typeof CONCERN_WRITERS)[number];

/** To whom a submitter's name is given, with their consent (C8). */
export const IDENTITY_RECIPIENTS = ['unit', 'department', 'external_org'] as const;
export type IdentityRecipient = (typeof IDENTITY_RECIPIENTS)[number];

/** A concern that cannot be believed yet: many came at once from nowhere. */
export const QUARANTINES = ['flood'] as const;
export type Quarantine = (typeof QUARANTINES)[number];
