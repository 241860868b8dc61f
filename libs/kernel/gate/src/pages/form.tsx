import type { ReactNode } from 'react';
import { FORM_KEY } from '../form-key.js';
import type { Language } from '../messages/words.js';
import { addressIn, pageWords } from './language.js';

/** A form as it is rendered. */
export interface FormFrame {
  readonly language: Language;
  /** The path that takes it; the language goes with it. */
  readonly action: string;
  /** Of `newFormKey`; the same again where the form is shown again with errors. */
  readonly formKey: string;
  /** What the button says. */
  readonly send?: string;
  /** A file goes with it. */
  readonly withFile?: boolean;
  readonly children: ReactNode;
}

/** A form that works by itself. The browser checks nothing: what is wrong is said by the page, in its language. */
export const Form = ({ language, action, formKey, send, withFile = false, children }: FormFrame) => (
  <form
    method="post"
    action={addressIn(language, action)}
    noValidate
    acceptCharset="utf-8"
    {...(withFile && { encType: 'multipart/form-data' })}
  >
    <input type="hidden" name={FORM_KEY} value={formKey} />
    {children}
    <button type="submit">{send ?? pageWords(language)('send')}</button>
  </form>
);

/** What is wrong, in one place, above the form; each line leads to its question. Nothing where nothing is. */
export const ErrorSummary = ({
  language,
  errors,
}: {
  readonly language: Language;
  readonly errors: readonly { readonly field: string; readonly says: string }[];
}) =>
  errors.length === 0 ? null : (
    <div className="summary" role="alert" aria-labelledby="wrong-title" tabIndex={-1}>
      <h2 id="wrong-title">{pageWords(language)('wrongTitle')}</h2>
      <ul>
        {errors.map(({ field, says }) => (
          <li key={field}>
            <a href={`#${field}`}>{says}</a>
          </li>
        ))}
      </ul>
    </div>
  );

/** A telephone number that a phone can dial. */
export const Phone = ({ language, phone }: { readonly language: Language; readonly phone: string }) => (
  <a href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>{pageWords(language)('call', { phone })}</a>
);
