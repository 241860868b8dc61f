import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { describedAs } from './described.js';

type DocumentedClass = new () => object;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Schema = Readonly<Record<string, unknown>>;

const done = new WeakSet<DocumentedClass>();

/**
 * Tells the OpenAPI document what a class's validators already say, so that no field is described twice.
 * Answers are described by the same decorators as requests. Gives the class back.
 */
export const documented = <T extends DocumentedClass>(type: T): T => {
  if (done.has(type)) return type;
  done.add(type);
  const defaults = new type() as Record<string, unknown>;
  for (const [name, rules] of rulesOf(type)) {
    const required = !rules.some(({ type: kind }) => kind === ValidationTypes.CONDITIONAL_VALIDATION);
    const fallback = defaults[name] === undefined ? {} : { default: defaults[name] };
    const options = { ...propertyOptions(type, name, rules), ...fallback, required };
    ApiProperty(options as ApiPropertyOptions)(type.prototype, name);
  }
  return type;
};

const rulesOf = (type: DocumentedClass): Map<string, Rule[]> => {
  const rules = new Map<string, Rule[]>();
  for (const rule of getMetadataStorage().getTargetValidationMetadatas(type, '', true, false))
    rules.set(rule.propertyName, [...(rules.get(rule.propertyName) ?? []), rule]);
  return rules;
};

const propertyOptions = (type: DocumentedClass, name: string, rules: readonly Rule[]): object => {
  const described = describedAs(type.prototype, name);
  if (described && 'of' in described) {
    return { type: documented(described.of()), isArray: described.list };
  }
  const own = rules.filter(({ each }) => !each).map(schemaOf);
  const items = rules.filter(({ each }) => each).map(schemaOf);
  return {
    ...BY_TYPE.get(Reflect.getMetadata('design:type', type.prototype, name)),
    ...Object.assign({}, ...own),
    ...(items.length > 0 && { type: 'array', items: Object.assign({}, ...items) }),
    ...described?.schema,
  };
};

const BY_TYPE = new Map<unknown, Schema>([
  [String, { type: 'string' }],
  [Number, { type: 'number' }],
  [Boolean, { type: 'boolean' }],
  [Array, { type: 'array', items: {} }],
]);

const schemaOf = ({ name = '', constraints }: Rule): Schema => BY_RULE[name]?.(constraints ?? []) ?? {};

/** What class-validator's rules mean in JSON Schema; a rule that is not here adds nothing. */
const BY_RULE: Readonly<Record<string, (constraints: readonly unknown[]) => Schema>> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isNumber: () => ({ type: 'number' }),
  isInt: () => ({ type: 'integer' }),
  isArray: () => ({ type: 'array' }),
  isObject: () => ({ type: 'object' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIn: ([values]) => ({ type: typeof (values as readonly unknown[])[0], enum: values }),
  equals: ([value]) => ({ type: typeof value, enum: [value] }),
  matches: ([pattern]) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  isLength: ([min, max]) => ({ type: 'string', minLength: min, maxLength: max }),
  minLength: ([min]) => ({ type: 'string', minLength: min }),
  maxLength: ([max]) => ({ type: 'string', maxLength: max }),
  min: ([min]) => ({ minimum: min }),
  max: ([max]) => ({ maximum: max }),
  arrayMinSize: ([min]) => ({ minItems: min }),
  arrayMaxSize: ([max]) => ({ maxItems: max }),
  arrayUnique: () => ({ uniqueItems: true }),
};
