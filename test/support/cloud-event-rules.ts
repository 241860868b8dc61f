const CONTEXT = new Set(['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'dataschema']);
const CONTENT = new Set(['data', 'data_base64']);
const ATTRIBUTE_NAME = /^[a-z0-9]{1,20}$/;
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
const URI_REFERENCE = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
/** Characters that a CloudEvents String may not hold: controls, halves of surrogate pairs, noncharacters. */
const UNFIT = /[\p{Cc}\p{Cs}]|\p{Noncharacter_Code_Point}/u;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && !UNFIT.test(value);
const isInteger = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= -(2 ** 31) && (value as number) < 2 ** 31;

/** What of a JSON object breaks CloudEvents 1.0 (sections "Type System" and "Context Attributes"): nothing, if it is one. */
export const cloudEventProblems = (told: Readonly<Record<string, unknown>>): string[] => {
  const problems: string[] = [];
  const must = (holds: boolean, says: string) => {
    if (!holds) problems.push(says);
  };
  must(told.specversion === '1.0', 'specversion is 1.0');
  must(isText(told.id), 'id is a text that is not empty');
  must(isText(told.type), 'type is a text that is not empty');
  must(isText(told.source) && URI_REFERENCE.test(told.source), 'source is a URI-reference that is not empty');
  must(told.subject === undefined || isText(told.subject), 'subject is a text that is not empty');
  must(told.time === undefined || (isText(told.time) && RFC_3339.test(told.time)), 'time is an RFC 3339 time');
  for (const [name, value] of Object.entries(told)) {
    if (CONTEXT.has(name) || CONTENT.has(name)) continue;
    must(ATTRIBUTE_NAME.test(name), `${name} has only lower-case letters and digits, at most 20`);
    must(
      typeof value === 'boolean' || isInteger(value) || (typeof value === 'string' && !UNFIT.test(value)),
      `${name} is a boolean, an integer of 32 bits or a text`,
    );
  }
  return problems;
};
