/**
 * Who may import whom, as dependency-cruiser rules. Each has a folder of its name in `violations/` that breaks it;
 * text rules, for what an import graph cannot see, are in `source-rules.ts`.
 * Expressions stay simple (dependency-cruiser refuses nested repetition) and nothing is excluded unanchored.
 */

const SPEC = '[.]spec[.]ts$';
/** What a decider is made of: facts, code lists, what they leave behind, rules about times, and itself. */
const FACTS = '[.](events|codes|times|rules|state)[.]ts$';
const PURE = '[.](decider|events|codes|times|rules|state)[.]ts$';
const CONTEXT_DOORS = '^libs/[^/]+/src/(contracts/)?index[.]ts$';
const KERNEL_DOORS = '^libs/kernel/[^/]+/src/(testing/)?index[.]ts$';

/** The kernel's floors: what each package may stand on. */
const FLOORS = {
  platform: ['core'],
  ledger: ['core', 'platform'],
  readers: ['core', 'platform', 'ledger'],
  clocks: ['core', 'platform', 'ledger', 'readers', 'effects'],
  privacy: ['core', 'platform', 'ledger', 'readers'],
  observability: ['core', 'platform', 'ledger', 'readers'],
  access: ['core', 'platform'],
  http: ['core', 'platform', 'ledger', 'access'],
  effects: ['core', 'platform', 'ledger', 'readers'],
  attachments: ['core', 'platform', 'ledger', 'privacy', 'access', 'http'],
  backup: ['core', 'platform', 'ledger', 'readers', 'privacy', 'effects'],
  gate: ['core', 'platform', 'ledger', 'privacy', 'access', 'http'],
  assembly: [
    'core',
    'platform',
    'ledger',
    'readers',
    'clocks',
    'privacy',
    'access',
    'effects',
    'attachments',
    'backup',
    'gate',
  ],
};

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Only these folders may import these npm packages. */
const oneDoor = (name, comment, packages, folders) =>
  rule(name, comment, { path: '^(apps|libs)/', pathNot: `^(${folders})/` }, { path: `node_modules/(${packages})/` });

module.exports = {
  forbidden: [
    rule(
      'core-stands-alone',
      'The core is words and pure functions: it imports nothing, not even from Node.',
      { path: '^libs/kernel/core/src/', pathNot: SPEC },
      { pathNot: '^libs/kernel/core/src/' },
    ),
    rule(
      'kernel-knows-no-context',
      'The kernel is lent to every context and knows none.',
      { path: '^libs/kernel/' },
      { path: '^(apps/|libs/[^/]+/src/)' },
    ),
    rule(
      'kernel-has-doors',
      'A context uses a kernel package through its door.',
      { path: '^libs/[^/]+/src/' },
      { path: '^libs/kernel/', pathNot: KERNEL_DOORS },
    ),
    rule(
      'kernel-has-doors',
      'A kernel package uses another through its door.',
      { path: '^libs/kernel/([^/]+)/' },
      { path: '^libs/kernel/', pathNot: ['^libs/kernel/$1/', KERNEL_DOORS] },
    ),
    ...Object.entries(FLOORS).map(([floor, below]) =>
      rule(
        'kernel-layers',
        `kernel/${floor} stands on ${below.join(', ')}.`,
        { path: `^libs/kernel/${floor}/src/` },
        { path: '^libs/kernel/', pathNot: `^libs/kernel/(${[floor, ...below].join('|')})/` },
      ),
    ),
    rule(
      'apps-only-compose',
      'An app lists what it runs: it enters libraries by their front doors and holds no rule.',
      { path: '^apps/' },
      { path: '^libs/', pathNot: [CONTEXT_DOORS, KERNEL_DOORS] },
    ),
    rule('nobody-imports-an-app', 'Apps are where imports end.', { path: '^libs/[^/]+/src/' }, { path: '^apps/' }),
    rule(
      'nobody-imports-an-app',
      'Apps are where imports end.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'contexts-meet-at-contracts',
      'Another context is known by what it publishes.',
      { path: '^libs/([^/]+)/src/' },
      { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$1/', '/src/contracts/index[.]ts$'] },
    ),
    rule(
      'only-automations-and-views-listen',
      'No foreign word in a decider or a handler: automations and views translate.',
      { path: '^libs/([^/]+)/src/', pathNot: ['/src/(automations|views)/', SPEC] },
      { path: '^libs/[^/]+/src/contracts/', pathNot: '^libs/$1/' },
    ),
    rule(
      'deciders-are-pure',
      'Rules and facts import each other and the core: no clock, no ids, no I/O, not even node:crypto.',
      { path: PURE },
      { pathNot: [FACTS, '^libs/kernel/core/src/index[.]ts$'] },
    ),
    rule(
      'slices-are-strangers',
      'A change to one behaviour stays in one folder.',
      { path: '^libs/([^/]+)/src/(commands|views)/([^/]+)/', pathNot: SPEC },
      { path: '^libs/$1/src/(commands|views|automations)/', pathNot: '^libs/$1/src/$2/$3/' },
    ),
    rule(
      'slices-are-strangers',
      'An automation sends commands of its own context, and asks nothing of its views.',
      { path: '^libs/([^/]+)/src/automations/', pathNot: SPEC },
      { path: '^libs/$1/src/views/' },
    ),
    rule(
      'reads-never-write',
      'A view folds facts: it knows no decider.',
      { path: '^libs/[^/]+/src/views/', pathNot: SPEC },
      { path: '[.]decider[.]ts$' },
    ),
    oneDoor(
      'one-door-to-redis',
      'Queues lose, double and reorder; only the readers know how to live with that.',
      'bullmq|ioredis',
      'libs/kernel/readers|libs/kernel/platform',
    ),
    oneDoor(
      'one-door-to-the-log',
      'Every transaction has its organization told and its commit checked: Database is the only way to one.',
      'pg|pg-pool|pg-protocol|pg-copy-streams',
      'libs/kernel/platform|libs/kernel/ledger',
    ),
    oneDoor('jose-has-one-door', 'Tokens are judged in one place.', 'jose', 'libs/kernel/access'),
    oneDoor(
      'fastify-has-one-door',
      'Contexts speak Nest; the server underneath belongs to the edge.',
      'fastify|@fastify|@nestjs/platform-fastify',
      'libs/kernel/http|apps/api',
    ),
    oneDoor(
      'one-door-to-telemetry',
      'What is measured and traced is decided in one place, and that it names nobody.',
      'prom-client|@opentelemetry/[^/]+',
      'libs/kernel/observability|libs/kernel/platform',
    ),
    rule(
      'examples-stay-in-tests',
      'Named examples and test kits do not ship.',
      { path: '^(apps|libs)/', pathNot: ['[.](spec|examples)[.]ts$', '/testing/'] },
      { path: ['[.]examples[.]ts$', '/testing/'], pathNot: 'node_modules/' },
    ),
    rule(
      'product-stands-without-tests',
      'What ships does not lean on test/.',
      { path: '^(apps|libs)/', pathNot: ['[.](spec|examples)[.]ts$', '/testing/'] },
      { path: '^test/' },
    ),
    rule('no-cycles', 'Two files that need each other are one file.', {}, { circular: true }),
    rule('must-resolve', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
};
