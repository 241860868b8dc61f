import type { ReactNode } from 'react';

/** What every question of a form has. `name` is the field's name, and the anchor that the summary of errors leads to. */
export interface Question {
  readonly name: string;
  /** The anchor, where several forms of a page ask for the same field; else the name. */
  readonly id?: string;
  readonly label: string;
  /** Said under the label, and read with it. */
  readonly hint?: string;
  /** What is wrong with the answer. */
  readonly error?: string;
  /** Said beside the label, as `(you can leave this out)`. */
  readonly mark?: string;
}

/** The ids of what describes a question, for `aria-describedby`. */
const describing = ({ name, id = name, hint, error }: Question) => {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(error !== undefined && { 'aria-invalid': true as const }),
  };
};

const Notes = ({ name, id = name, hint, error }: Question) => (
  <>
    {hint !== undefined && (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p className="error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
);

const Asked = ({ question, children }: { readonly question: Question; readonly children: ReactNode }) => (
  <div className={question.error === undefined ? 'field' : 'field wrong'}>
    <label htmlFor={question.id ?? question.name}>
      {question.label} {question.mark}
    </label>
    <Notes {...question} />
    {children}
  </div>
);

/** A line of text, an address, a number to call, a day or a time. */
export const TextField = ({
  value = '',
  type = 'text',
  autoComplete = 'off',
  maxLength,
  ...question
}: Question & {
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time';
  readonly autoComplete?: string;
  readonly maxLength?: number;
}) => (
  <Asked question={question}>
    <input
      id={question.id ?? question.name}
      name={question.name}
      type={type}
      defaultValue={value}
      autoComplete={autoComplete}
      {...(maxLength !== undefined && { maxLength })}
      {...describing(question)}
    />
  </Asked>
);

/** Room for somebody's own words. */
export const TextArea = ({
  value = '',
  rows = 8,
  maxLength,
  ...question
}: Question & { readonly value?: string; readonly rows?: number; readonly maxLength?: number }) => (
  <Asked question={question}>
    <textarea
      id={question.id ?? question.name}
      name={question.name}
      rows={rows}
      defaultValue={value}
      autoComplete="off"
      {...(maxLength !== undefined && { maxLength })}
      {...describing(question)}
    />
  </Asked>
);

/** A file from the phone or the computer. `accept`: what the browser offers first, as `.pdf`; it checks nothing. */
export const FileField = ({ accept, ...question }: Question & { readonly accept: readonly string[] }) => (
  <Asked question={question}>
    <input
      id={question.id ?? question.name}
      name={question.name}
      type="file"
      accept={accept.join(',')}
      {...describing(question)}
    />
  </Asked>
);

/** One answer that may be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of many, as a list that opens. The first entry stands for no answer. */
export const Select = ({
  options,
  chosen = '',
  none,
  ...question
}: Question & { readonly options: readonly Option[]; readonly chosen?: string; readonly none: string }) => (
  <Asked question={question}>
    <select id={question.id ?? question.name} name={question.name} defaultValue={chosen} {...describing(question)}>
      <option value="">{none}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </Asked>
);

/** A group of radio buttons (one answer) or of checkboxes (any number). The first has the anchor of the question. */
export const Choices = ({
  kind,
  options,
  chosen = [],
  ...question
}: Question & {
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  readonly chosen?: readonly string[];
}) => (
  <fieldset {...(question.error !== undefined && { className: 'wrong' })} {...describing(question)}>
    <legend>
      {question.label} {question.mark}
    </legend>
    <Notes {...question} />
    {options.map(({ value, label, hint }, at) => {
      const id = at === 0 ? question.name : `${question.name}-${value}`;
      return (
        <div className="choice" key={value}>
          <input
            id={id}
            name={question.name}
            type={kind}
            value={value}
            defaultChecked={chosen.includes(value)}
            {...(hint !== undefined && { 'aria-describedby': `${id}-more` })}
          />
          <label htmlFor={id}>{label}</label>
          {hint !== undefined && (
            <p className="hint" id={`${id}-more`}>
              {hint}
            </p>
          )}
        </div>
      );
    })}
  </fieldset>
);
