import type { ReactNode } from 'react';
import { FileField, Form, type Language, type PublicFacility, page, type Reading, TextArea } from '#kernel/gate';
import type { PageAnswer } from '#kernel/http';
import type { ConcernStatus } from '../../views/concern-status/concern-status.query.js';
import { concernWords } from '../messages/words.js';
import type { Doing } from './code.form.js';
import { daysIn } from './days.js';
import { Said } from './said.page.js';

/** Pictures, documents and texts, as browsers name them. */
const TAKEN = ['image/*', '.pdf', '.docx', '.xlsx', '.txt'];

/** What the page of one concern is made of. */
export interface StatusShown {
  readonly reading: Reading;
  readonly facility: PublicFacility;
  readonly concern: ConcernStatus;
  /** As it was typed: it goes with the forms on this page, in no address. */
  readonly code: string;
  /** A key for each form. */
  readonly keys: Readonly<Record<Exclude<Doing, 'look'> | 'file', string>>;
  /** What came of what was sent just now, in words. */
  readonly note?: string;
  readonly status?: number;
}

/** Where it stands, what was said, and what its submitter may still do. */
export const statusPage = ({ reading, facility, concern, code, keys, note, status }: StatusShown): PageAnswer => {
  const { language } = reading;
  const t = concernWords(language);
  const { stage, said, receivedAt } = concern;
  const ask = (doing: Exclude<Doing, 'look'>, send: string, content: ReactNode) => (
    <Asked {...{ language, doing, code, send }} facilityId={facility.id} formKey={keys[doing]}>
      {content}
    </Asked>
  );
  return page(
    {
      reading,
      title: t(`stage.${stage}`),
      of: facility.name,
      again: '/concern/status',
      ...(status !== undefined && { status }),
    },
    <>
      {note !== undefined && (
        <p className="note" role="status">
          {note}
        </p>
      )}
      <p>{t('status.received', { date: daysIn(language, receivedAt) })}</p>
      {said.map((one) => (
        <Said key={`${one.type} ${one.at}`} language={language} said={one} />
      ))}
      {stage !== 'together' && (
        <>
          <h2>{t('add.title')}</h2>
          {ask('add', t('add.send'), <TextArea label={t('add.words')} hint={t('add.hint')} name="words" id="add" />)}
          <h2>{t('file.title')}</h2>
          <Form language={language} action="/concern/file" formKey={keys.file} send={t('file.send')} withFile>
            <input type="hidden" name="facilityId" value={facility.id} />
            <input type="hidden" name="code" value={code} />
            <FileField label={t('file.label')} hint={t('file.hint')} name="file" accept={TAKEN} />
          </Form>
          <h2>{t('write.title')}</h2>
          {ask('write', t('write.send'), <TextArea label={t('write.words')} name="words" id="write" />)}
        </>
      )}
      {stage !== 'withdrawn' && stage !== 'closed' && stage !== 'together' && (
        <>
          <h2>{t('withdraw.title')}</h2>
          {ask('withdraw', t('withdraw.send'), <p>{t('withdraw.says')}</p>)}
        </>
      )}
    </>,
  );
};

const Asked = ({
  language,
  doing,
  code,
  facilityId,
  formKey,
  send,
  children,
}: {
  readonly language: Language;
  readonly doing: Doing;
  readonly code: string;
  readonly facilityId: string;
  readonly formKey: string;
  readonly send: string;
  readonly children: ReactNode;
}) => (
  <Form language={language} action="/concern/status" formKey={formKey} send={send}>
    <input type="hidden" name="facilityId" value={facilityId} />
    <input type="hidden" name="code" value={code} />
    <input type="hidden" name="doing" value={doing} />
    {children}
  </Form>
);
