import { plainToInstance, Transform } from 'class-transformer';
import { validate } from 'class-validator';
import type { FormBody } from '#kernel/http';
import { FORM_KEY } from './form-key.js';

/** A field that is wrong, and the rule that says so, as `isStorableText`: a page has its own words for it. */
export interface WrongField {
  readonly field: string;
  readonly rule: string;
}

/** A form whose fields are all right, or those that are not, in the order of the class. */
export type Checked<T> = { readonly value: T } | { readonly wrong: readonly WrongField[] };

/** Checks a form against its class as strictly as the edge checks JSON. The form's key is no field of it. */
export const checkedForm = async <T extends object>(type: new () => T, form: FormBody): Promise<Checked<T>> => {
  const { [FORM_KEY]: _key, ...fields } = form;
  const value = plainToInstance(type, fields, { enableImplicitConversion: false, exposeDefaultValues: true });
  const errors = await validate(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
  });
  const wrong = errors.map(({ property, constraints = {} }) => ({
    field: property,
    rule: Object.keys(constraints)[0] ?? 'nested',
  }));
  return wrong.length > 0 ? { wrong } : { value };
};

/** A field of several checkboxes: one that is ticked comes as text, several as a list, none not at all. */
export const FromCheckboxes = (): PropertyDecorator =>
  Transform(({ value }) => (typeof value === 'string' ? [value] : (value ?? [])));

/** A yes-or-no question, as radio buttons or one checkbox send it. */
export const FromYesNo = (): PropertyDecorator =>
  Transform(({ value }) => (value === 'yes' ? true : value === 'no' ? false : value));

/** What a form said in one field, to show it again. */
export const said = (form: FormBody, field: string): string => {
  const value = form[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

/** Everything that a form said in a field of several values. */
export const saidAll = (form: FormBody, field: string): readonly string[] => {
  const value = form[field];
  return typeof value === 'string' ? [value] : (value ?? []);
};
