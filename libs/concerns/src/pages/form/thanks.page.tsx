import { addressIn, Phone, type PublicFacility, page, type Reading } from '#kernel/gate';
import type { PageAnswer } from '#kernel/http';
import { concernWords } from '../messages/words.js';

/** Says that it arrived, and shows the code: only now, since nobody keeps it. */
export const thanksPage = (
  reading: Reading,
  { name, phone }: PublicFacility,
  { code, stillAtRisk, named }: { readonly code: string; readonly stillAtRisk: boolean; readonly named: boolean },
): PageAnswer => {
  const { language } = reading;
  const t = concernWords(language);
  return page(
    { reading, title: t('thanks.title'), of: name, again: '/concern' },
    <>
      {stillAtRisk && (
        <p className="note">
          {t('thanks.risk')} <Phone language={language} phone={phone} />
        </p>
      )}
      <p>{t('thanks.code')}</p>
      <p className="code">{code}</p>
      <p>{t('thanks.use')}</p>
      <p>{named ? t('thanks.next') : t('thanks.unnamed')}</p>
      <p>
        <a href={addressIn(language, '/concern/status')}>{t('status.title')}</a>
      </p>
    </>,
  );
};
