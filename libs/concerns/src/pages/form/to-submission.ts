import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#kernel/core';
import type { Language } from '#kernel/gate';
import type { SubmitConcern } from '../../commands/submit-concern/submit-concern.command.js';
import type { ConcernForm } from './concern.form.js';

/** What comes with a form that its sender did not write. */
export interface Receiving {
  readonly language: Language;
  /** The facility's zone: a day is a day there. */
  readonly zone: string;
  readonly now: Instant;
  readonly quarantined: boolean;
  /** The keyed hash of the code that the sender is shown. */
  readonly codeHash: string;
}

/** A checked form as the command's data: what was left empty is left out. */
export const toSubmission = (form: ConcernForm, receiving: Receiving): SubmitConcern['data'] => {
  const { language, zone, quarantined, codeHash } = receiving;
  const { role = 'not_said', named, name, phone, email, permissions } = told(form);
  const contact = { ...(phone && { phone }), ...(email && { email }) };
  const { worry, wentWell, category, outcome, place, staffResponse, wishInWords, patientName } = told(form);
  const { stillInHospital, toldStaff, interpreter, preferred, happenedOn } = told(form);
  return {
    channel: 'web_form',
    facilityId: form.facilityId,
    language,
    submitterRole: role,
    aboutSelf: role === 'patient',
    anonymous: !named,
    narrative: form.narrative,
    stillAtRisk: form.stillAtRisk,
    mayContact: !permissions.includes('noContact'),
    mayShareIdentity: named && permissions.includes('share'),
    maySurvey: permissions.includes('survey'),
    codeHash,
    ...(name && { submitterName: name }),
    ...((phone || email) && { contact }),
    ...(preferred && { preferredChannel: preferred }),
    ...(worry && { worry }),
    ...(wentWell && { wentWell }),
    ...(category && { category }),
    ...(outcome && { outcome }),
    ...(form.harmKinds.length > 0 && { harmKinds: form.harmKinds }),
    ...(form.wishes.length > 0 && { wishes: form.wishes }),
    ...(place && { place }),
    ...(staffResponse && { staffResponse }),
    ...(wishInWords && { wishInWords }),
    ...(patientName && { patientName }),
    ...(stillInHospital !== undefined && { stillInHospital }),
    ...(toldStaff !== undefined && { toldStaff }),
    ...(interpreter !== undefined && { interpreterNeeded: interpreter }),
    ...(happenedOn && { happened: { from: beginning(happenedOn, zone), certainty: 'about' as const } }),
    ...(quarantined && { quarantine: 'flood' as const }),
  };
};

/** An empty text is no answer. */
const told = (form: ConcernForm): ConcernForm =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => value !== '')) as unknown as ConcernForm;

/** When a day began at the facility. Throws `RangeError` for a day that never was. */
const beginning = (day: string, zone: string): Instant =>
  Temporal.PlainDate.from(day, { overflow: 'reject' })
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });

/** Whether a day is one, and not after today at the facility. */
export const isPastDay = (day: string, { zone, now }: Pick<Receiving, 'zone' | 'now'>): boolean => {
  try {
    return beginning(day, zone) <= now;
  } catch {
    return false;
  }
};
