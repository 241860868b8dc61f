import type { Language } from '#kernel/gate';
import type { SaidInWords } from '../../views/concern-status/concern-status.query.js';
import { type ConcernKey, concernWords } from '../messages/words.js';
import { daysIn } from './days.js';

/** Fields that are told, in their order; those with a key have a name of their own. */
const TOLD: readonly (readonly [field: string, key?: ConcernKey])[] = [
  ['message'],
  ['words'],
  ['reason'],
  ['contactPerson', 'said.contact'],
  ['steps', 'said.steps'],
  ['results', 'said.results'],
  ['completedOn', 'said.completed'],
  ['changeMade', 'said.change'],
];

/** Something that was said to the submitter or by them. */
export const Said = ({ language, said }: { readonly language: Language; readonly said: SaidInWords }) => {
  const t = concernWords(language);
  const { at, from, newDate, words } = said;
  const told = TOLD.flatMap(([field, key]) => (field in words ? [{ field, key, value: words[field] }] : []));
  if (told.length === 0 && newDate === undefined) return null;
  return (
    <section>
      <h2>{t(from === 'staff' ? 'said.us' : 'said.you', { date: daysIn(language, at) })}</h2>
      {newDate !== undefined && <p>{t('said.newDate', { date: daysIn(language, newDate) })}</p>}
      {told.map(({ field, key, value }) => (
        <div key={field}>
          {key !== undefined && <h3>{t(key)}</h3>}
          <p>{typeof value === 'string' ? shown(field, value, language) : t('said.erased')}</p>
        </div>
      ))}
    </section>
  );
};

const shown = (field: string, value: string, language: Language): string =>
  field === 'completedOn' ? daysIn(language, value) : value;
