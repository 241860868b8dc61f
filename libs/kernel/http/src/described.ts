const SCHEMA = 'forthright:schema';

/** What a property of a request or answer holds, where class-validator's own metadata does not say it. */
export type Described = { readonly schema: object } | { readonly of: () => new () => object; readonly list: boolean };

/** Remembers it for the OpenAPI document. */
export const describes =
  (described: Described): PropertyDecorator =>
  (prototype, property) =>
    Reflect.defineMetadata(SCHEMA, described, prototype, property);

export const describedAs = (prototype: object, property: string): Described | undefined =>
  Reflect.getMetadata(SCHEMA, prototype, property);
