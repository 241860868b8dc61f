/** A rule about the text of one file: what an import graph cannot see. */
export interface SourceRule {
  readonly name: string;
  /** Whether the rule speaks about this path (relative to the repository, with `/`). */
  readonly about: (path: string) => boolean;
  /** Whether this text breaks it. `code` is the text without its comments. */
  readonly broken: (file: { path: string; text: string; code: string }) => boolean;
}

const SHIPPED = /^(apps|libs)\/(?!.*(\.(spec|examples)\.ts$|\/testing\/))/;
const shipped = (path: string): boolean => SHIPPED.test(path);
const imports = (names: string, from: string): RegExp =>
  new RegExp(`import\\s[^;]*\\{[^}]*\\b(${names})\\b[^}]*\\}\\s*from\\s*'${from}'`);

const PATTERN_WORDS = /(^|[-./])(service|managers?|helpers?|utils?|common|shared|base)([-./]|$)/;
const PATTERN_CLASS = /\b(class|interface)\s+\w*(Service|Manager|Helper|Utils?)\b/;
const IN_MEMORY_BUS = imports('EventBus|EventPublisher|AggregateRoot|Saga|EventsHandler|IEventHandler', '@nestjs/cqrs');
const HTTP_EXCEPTION = imports('\\w*Exception', '@nestjs/common');
const DATA_SOURCE = imports('DataSource', 'typeorm');
const IMPURE = /new Date\(\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\bsetInterval\(/;
const BARE_WORD = /\b(type|interface|class|enum)\s+(Event|Record)\b/;
const BANNER = /^\s*\/\/\s*[-=/*#]{3,}|\b(TODO|FIXME|XXX)\b/m;
const LINES = 200;
const DECIDER_LINES = 300;

export const sourceRules: readonly SourceRule[] = [
  {
    // A bus in memory loses what it carries and, by default, swallows errors: the log delivers.
    name: 'never-cqrs-event-bus',
    about: shipped,
    broken: ({ code }) => IN_MEMORY_BUS.test(code),
  },
  {
    name: 'names-say-the-role',
    about: () => true,
    broken: ({ path, code }) => PATTERN_WORDS.test(path) || PATTERN_CLASS.test(code),
  },
  {
    name: 'files-stay-small',
    about: (path) => !path.endsWith('.spec.ts'),
    broken: ({ path, text }) =>
      text.trimEnd().split('\n').length > (path.endsWith('.decider.ts') ? DECIDER_LINES : LINES),
  },
  {
    // In this field a safety event is a harm; in this architecture an event is a recorded fact. Nothing is just "Event".
    name: 'never-bare-event',
    about: () => true,
    broken: ({ code }) => BARE_WORD.test(code),
  },
  {
    // `setInterval` overlaps with itself when its work is slow: loops wait for their work, then for time.
    name: 'time-and-chance-have-one-door',
    about: (path) => shipped(path) && !path.startsWith('libs/kernel/platform/'),
    broken: ({ code }) => IMPURE.test(code),
  },
  {
    name: 'only-the-edge-speaks-http',
    about: (path) => shipped(path) && path.startsWith('libs/') && !/^libs\/kernel\/(http|access)\//.test(path),
    broken: ({ code }) => HTTP_EXCEPTION.test(code),
  },
  {
    name: 'one-door-to-connections',
    about: (path) => shipped(path) && !path.startsWith('libs/kernel/platform/'),
    broken: ({ code }) => DATA_SOURCE.test(code),
  },
  {
    name: 'sql-has-its-own-files',
    about: (path) => shipped(path) && !/\.(sql|migration)\.ts$/.test(path),
    broken: ({ code }) => /\bsql`/.test(code),
  },
  {
    name: 'comments-are-plain',
    about: (path) => !path.endsWith('/source-rules.ts'),
    broken: ({ text }) => BANNER.test(text),
  },
];

/** Code without comments, good enough for words: a `//` inside a string ends the line too, unless a colon precedes it. */
export const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
