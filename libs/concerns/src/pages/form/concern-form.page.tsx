import { addressIn, ErrorSummary, Form, type PublicFacility, page, pageWords, type Reading } from '#kernel/gate';
import type { FormBody, PageAnswer } from '#kernel/http';
import { concernWords } from '../messages/words.js';
import { AboutIt } from './about-it.page.js';
import { AboutYou } from './about-you.page.js';
import { asking, type Faults } from './asking.js';

/** Everything that the form's page is made of; `given` is what was written already, where it is shown again. */
export interface FormShown {
  readonly reading: Reading;
  readonly facilities: readonly PublicFacility[];
  readonly formKey: string;
  readonly given?: FormBody;
  readonly wrong?: Faults;
  readonly status?: number;
}

/** Asks for a concern: danger first, then what happened, then who writes, of which almost all may be left out. */
export const concernFormPage = ({
  reading,
  facilities,
  formKey,
  given = {},
  wrong = [],
  status,
}: FormShown): PageAnswer => {
  const { language } = reading;
  const t = concernWords(language);
  const ask = asking(language, given, wrong);
  return page(
    { reading, title: t('title'), again: '/concern', ...(status !== undefined && { status }) },
    <>
      <p>{t('intro')}</p>
      <p>{t('few')}</p>
      <p className="note">{pageWords(language)('emergency')}</p>
      <p>
        <a href={addressIn(language, '/concern/status')}>{t('elsewhere')}</a>
      </p>
      <ErrorSummary language={language} errors={wrong} />
      <Form language={language} action="/concern" formKey={formKey} send={t('send')}>
        {ask.yesNo('stillAtRisk', 'risk', t('risk.hint'))}
        {ask.select(
          'facilityId',
          'facility',
          facilities.map(({ id, name }) => ({ value: id, label: name })),
          facilities.length === 1 ? facilities[0]?.id : undefined,
        )}
        <AboutIt
          ask={ask}
          hints={{
            narrative: t('narrative.hint'),
            happenedOn: t('happenedOn.hint'),
            place: t('place.hint'),
          }}
        />
        <AboutYou ask={ask} title={t('you.title')} hint={t('named.hint')} />
        {ask.text('patientName', 'patientName', 'text', t('patientName.hint'))}
        <p className="note">{t('readers')}</p>
        <p className="hint">{t('notHere')}</p>
      </Form>
    </>,
  );
};
