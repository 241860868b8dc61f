import { ErrorSummary, Form, type PublicFacility, page, type Reading, Select, TextField } from '#kernel/gate';
import type { PageAnswer } from '#kernel/http';
import { concernWords } from '../messages/words.js';

/** Everything that the page which asks for a code is made of. The code that was typed is never shown again. */
export interface CodeAsked {
  readonly reading: Reading;
  readonly facilities: readonly PublicFacility[];
  readonly formKey: string;
  readonly facilityId?: string;
  /** Nothing was found, whatever the reason is. */
  readonly none?: true;
  readonly status?: number;
}

/** Asks for the code, and where it was given. */
export const codePage = ({ reading, facilities, formKey, facilityId, none, status }: CodeAsked): PageAnswer => {
  const { language } = reading;
  const t = concernWords(language);
  const only = facilities.length === 1 ? facilities[0]?.id : undefined;
  return page(
    {
      reading,
      title: t('status.title'),
      again: '/concern/status',
      ...(status !== undefined && { status }),
    },
    <>
      <ErrorSummary language={language} errors={none ? [{ field: 'code', says: t('status.none') }] : []} />
      <Form language={language} action="/concern/status" formKey={formKey} send={t('status.look')}>
        <Select
          name="facilityId"
          label={t('facility')}
          options={facilities.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={facilityId ?? only ?? ''}
          none={t('choose')}
        />
        <TextField name="code" label={t('status.code')} hint={t('status.code.hint')} />
      </Form>
    </>,
  );
};
