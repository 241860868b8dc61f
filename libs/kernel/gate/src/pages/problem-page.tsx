import type { ProblemPage } from '#kernel/http';
import { Phone } from './form.js';
import { languageOf, pageWords } from './language.js';
import { page } from './page.js';

type Kind = 'fields' | 'gone' | 'large' | 'twice' | 'many' | 'down';

const BY_STATUS: Readonly<Record<number, Kind>> = { 404: 'gone', 413: 'large', 422: 'twice', 429: 'many' };

/** A problem as a page: plain words, nothing of what was sent, and whom to call where we know. */
export const problemPage: ProblemPage = ({ status, phone }, asked) => {
  const language = languageOf(asked);
  const t = pageWords(language);
  const kind = BY_STATUS[status] ?? (status >= 500 ? 'down' : 'fields');
  const minutes = Math.ceil((asked.retryAfter ?? 60) / 60);
  return page(
    { reading: { language, url: asked.url }, title: t(`problem.title.${kind}`), status },
    <>
      <p>{t(`problem.${kind}`, { minutes })}</p>
      {phone !== undefined && (
        <p className="note">
          {t('problem.many.call')} <Phone language={language} phone={phone} />
        </p>
      )}
      {kind !== 'gone' && kind !== 'twice' && <p>{t('goBack')}</p>}
      <p>{t('emergency')}</p>
    </>,
  );
};
