import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { describes } from './described.js';
import { isInstantWithZone } from './instant.js';

type ObjectClass = new () => object;

/** One check, with its message and the schema that tells the same in OpenAPI. */
const checked = (name: string, says: string, ok: (value: unknown) => boolean, schema: object): PropertyDecorator =>
  applyDecorators(ValidateBy({ name, validator: { validate: ok, defaultMessage: () => says } }), describes({ schema }));

/** May be left out. Unlike `IsOptional`, `null` is not the same as nothing, and is refused. */
export const Absent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** What a field means, in the document too: where its name and its type do not say enough. */
export const Means = (description: string): PropertyDecorator => describes({ schema: { description } });

/** Text of 1 to `max` characters that a database can keep as it is; more than blanks. */
export const IsText = (max: number): PropertyDecorator =>
  checked(
    'isStorableText',
    `must be text of 1 to ${max} characters, without NUL or halves of surrogate pairs`,
    (value) => isText(value, max),
    { type: 'string', minLength: 1, maxLength: max },
  );

const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.length <= max && value.trim() !== '' && !/\p{Surrogate}|\0/u.test(value);

/** 1 to `most` texts of at most `max` characters each. */
export const IsTexts = (most: number, max: number): PropertyDecorator =>
  checked(
    'isStorableTexts',
    `must be a list of 1 to ${most} texts of 1 to ${max} characters, without NUL or halves of surrogate pairs`,
    (value) =>
      Array.isArray(value) && value.length > 0 && value.length <= most && value.every((one) => isText(one, max)),
    { type: 'array', minItems: 1, maxItems: most, items: { type: 'string', minLength: 1, maxLength: max } },
  );

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID; capitals are put in lower case, as the ledger has them. */
export const IsId = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    checked('isId', 'must be a UUID', (value) => typeof value === 'string' && ID.test(value), {
      type: 'string',
      format: 'uuid',
    }),
  );

/** 1 to `most` different UUIDs, put in lower case. */
export const IsIds = (most: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) =>
      Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? one.toLowerCase() : one)) : value,
    ),
    checked(
      'isIds',
      `must be a list of 1 to ${most} different UUIDs`,
      (value) =>
        Array.isArray(value) &&
        value.length > 0 &&
        value.length <= most &&
        new Set(value).size === value.length &&
        value.every((one) => typeof one === 'string' && ID.test(one)),
      { type: 'array', minItems: 1, maxItems: most, uniqueItems: true, items: { type: 'string', format: 'uuid' } },
    ),
  );

/** A point in time as RFC 3339 text with its offset from UTC; the handler makes an Instant of it by `toInstant`. */
export const IsInstantWithZone = (): PropertyDecorator =>
  checked(
    'isInstantWithZone',
    'must be an RFC 3339 time with its offset, as 2026-03-02T09:00:00-05:00',
    isInstantWithZone,
    { type: 'string', format: 'date-time', examples: ['2026-03-02T09:00:00-05:00'] },
  );

/** A whole number in a query string or path: digits only, within bounds. */
export const IsWholeInQuery = (min: number, max: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }) => (typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value)),
    checked(
      'isWholeInQuery',
      `must be a whole number from ${min} to ${max}`,
      (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
      { type: 'integer', minimum: min, maximum: max },
    ),
  );

/** An object of a class of its own. */
export const IsNested = (of: () => ObjectClass): PropertyDecorator =>
  applyDecorators(
    IsObject({ message: 'must be an object' }) as PropertyDecorator,
    ValidateNested() as PropertyDecorator,
    Type(of),
    describes({ of, list: false }),
  );

/** At most `max` objects of one class. */
export const IsListOf = (of: () => ObjectClass, max: number): PropertyDecorator =>
  applyDecorators(
    IsArray({ message: 'must be a list' }) as PropertyDecorator,
    ArrayMaxSize(max, { message: `must be a list of at most ${max} values` }) as PropertyDecorator,
    IsObject({ each: true, message: 'must be a list of objects' }) as PropertyDecorator,
    ValidateNested({ each: true }) as PropertyDecorator,
    Type(of),
    describes({ of, list: true }),
  );
