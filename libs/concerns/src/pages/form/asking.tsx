import type { ReactNode } from 'react';
import { Choices, type Language, type Option, Select, said, saidAll, TextArea, TextField } from '#kernel/gate';
import type { FormBody } from '#kernel/http';
import { type ConcernKey, concernWords } from '../messages/words.js';

/** What is wrong with a form, field by field, in words. */
export type Faults = readonly { readonly field: string; readonly says: string }[];

/** Asks the questions of a form in one language, each with what was answered before and what was wrong with it. */
export interface Asking {
  text(name: string, label: ConcernKey, type?: 'text' | 'tel' | 'email' | 'date', hint?: string): ReactNode;
  area(name: string, label: ConcernKey, rows: number, hint?: string): ReactNode;
  yesNo(name: string, label: ConcernKey, hint?: string): ReactNode;
  /** Yes or no, each with words of its own. */
  naming(name: string, label: ConcernKey, hint: string): ReactNode;
  /** One of several, by the keys of their labels: `prefix` and the value. */
  one(name: string, label: ConcernKey, prefix: string, values: readonly string[]): ReactNode;
  many(name: string, label: ConcernKey, prefix: string, values: readonly string[]): ReactNode;
  select(name: string, label: ConcernKey, options: readonly Option[], chosen?: string): ReactNode;
  /** A list that opens, by the keys of its labels. */
  list(name: string, label: ConcernKey, prefix: string, values: readonly string[]): ReactNode;
}

export const asking = (language: Language, given: FormBody, wrong: Faults): Asking => {
  const t = concernWords(language);
  const question = (name: string, label: ConcernKey, hint?: string) => {
    const error = wrong.find(({ field }) => field === name)?.says;
    return {
      name,
      label: t(label),
      ...(hint !== undefined && { hint }),
      ...(error !== undefined && { error }),
    };
  };
  const options = (prefix: string, values: readonly string[]): readonly Option[] =>
    values.map((value) => ({ value, label: t(`${prefix}${value}` as ConcernKey) }));
  return {
    text: (name, label, type = 'text', hint) => (
      <TextField {...question(name, label, hint)} type={type} value={said(given, name)} />
    ),
    area: (name, label, rows, hint) => (
      <TextArea {...question(name, label, hint)} rows={rows} value={said(given, name)} />
    ),
    yesNo: (name, label, hint) => (
      <Choices
        {...question(name, label, hint)}
        kind="radio"
        options={options('', ['yes', 'no'])}
        chosen={saidAll(given, name)}
      />
    ),
    naming: (name, label, hint) => (
      <Choices
        {...question(name, label, hint)}
        kind="radio"
        options={options('named.', ['yes', 'no'])}
        chosen={saidAll(given, name)}
      />
    ),
    one: (name, label, prefix, values) => (
      <Choices
        {...question(name, label)}
        kind="radio"
        options={options(prefix, values)}
        chosen={saidAll(given, name)}
      />
    ),
    many: (name, label, prefix, values) => (
      <Choices
        {...question(name, label)}
        kind="checkbox"
        options={options(prefix, values)}
        chosen={saidAll(given, name)}
      />
    ),
    select: (name, label, choices, chosen = '') => (
      <Select {...question(name, label)} options={choices} chosen={said(given, name) || chosen} none={t('choose')} />
    ),
    list: (name, label, prefix, values) => (
      <Select
        {...question(name, label)}
        options={options(prefix, values)}
        chosen={said(given, name)}
        none={t('choose')}
      />
    ),
  };
};
