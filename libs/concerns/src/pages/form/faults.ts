import { type Checked, type Language } from '#kernel/gate';
import { type ConcernKey, concernWords } from '../messages/words.js';
import type { Faults } from './asking.js';
import type { ConcernForm } from './concern.form.js';

/** What the form itself cannot know. */
export interface Known {
  /** Whether there is such a facility. */
  readonly facility: boolean;
  readonly pastDay: (day: string) => boolean;
}

/** Fields with words of their own for what is wrong with them. */
const WORDED: Readonly<Record<string, ConcernKey>> = {
  stillAtRisk: 'wrong.stillAtRisk',
  facilityId: 'wrong.facilityId',
  narrative: 'wrong.narrative',
  named: 'wrong.named',
  happenedOn: 'wrong.happenedOn',
};

/** What is wrong with a form, in the reader's language; nothing where nothing is. */
export const faultsOf = (language: Language, checked: Checked<ConcernForm>, known: Known): Faults => {
  const t = concernWords(language);
  if ('wrong' in checked) return checked.wrong.map(({ field }) => ({ field, says: t(WORDED[field] ?? 'wrong.other') }));
  const { named, name, phone, email, happenedOn } = checked.value;
  return [
    ...(known.facility ? [] : [{ field: 'facilityId', says: t('wrong.facilityId') }]),
    ...(happenedOn && !known.pastDay(happenedOn) ? [{ field: 'happenedOn', says: t('wrong.happenedOn') }] : []),
    ...(!named && (name || phone || email) ? [{ field: 'named', says: t('wrong.identity') }] : []),
  ];
};
