import type { Command } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { auditRead } from '#kernel/access';
import { kindOfStream, type LookedAt, lookAtStream, type StreamLook } from '#kernel/assembly';
import { type AsOf, Log, Streams } from '#kernel/ledger';
import { Database, TimeOrderedIds } from '#kernel/platform';
import { contexts } from '../contexts.js';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import { Session } from '../session/session.js';
import { actingOptions } from './acting-options.js';
import { columns, show } from './output.js';

type Options = Acting & { readonly json?: boolean; readonly asOf?: AsOf };

export const streamVerb = (program: Command): void => {
  const verb = program
    .command('stream <name>')
    .description('the events of one stream and the state they fold to, nothing opened; who asked is recorded')
    .option('--as-of <point>', 'as it was known then: a position, a time with offset, or a day', pointOf);
  actingOptions(verb, 'who asks', 'risk-manager').action(async (name: string, { json, asOf, ...acting }: Options) => {
    const look = await Session.during((session) => looked(session, acting, name, asOf));
    show(json, look, words(look));
  });
};

/** A position, or a date as the ledger takes it. Throws a {@link Mistake} for anything else. */
const pointOf = (text: string): AsOf => {
  if (/^\d{1,15}$/.test(text)) return { position: Number(text) };
  for (const kind of [Temporal.Instant, Temporal.PlainDate])
    try {
      kind.from(text);
      return { date: text };
    } catch {}
  throw new Mistake('--as-of takes a position, a time with offset (2026-03-02T09:00:00-06:00), or a day (2026-03-02).');
};

const looked = async (session: Session, acting: Acting, name: string, asOf?: AsOf): Promise<StreamLook> => {
  const kind = kindOfStream(contexts, name);
  if (!kind) throw new Mistake('A stream is named <kind>-<id>, as safety-event-0192a000-0000-7000-8000-000000000010.');
  const caller = await session.caller(acting, kind.reading);
  if (caller.grant.scope === 'own')
    throw new Mistake(`${acting.by} may look at what is their own only, not at streams.`);
  const { events } = await session.part(Log).stream(caller.org, name);
  const read = { route: 'forthright stream', requestId: new TimeOrderedIds().next(), streams: [name] };
  await session.part(Database).inOrg(caller.org, async (tx) => {
    await auditRead(tx, caller, { ...read, result: events.length > 0 ? 'shown' : 'absent' });
  });
  if (events.length === 0) throw new Mistake(`There is no stream ${name} in this organization.`);
  return lookAtStream({ streams: session.part(Streams), contexts }, kind, caller, name, asOf);
};

const words = ({ stream, revision, events, state }: StreamLook): string =>
  [
    `${stream}, revision ${revision}`,
    columns(events.flatMap(wordsOf)),
    revision === 0 ? 'Nothing was recorded by then.' : `state: ${state === undefined ? '(withheld)' : line(state)}`,
  ]
    .filter((part) => part !== '')
    .join('\n');

const wordsOf = ({ position, revision, type, recordedAt, actor, data }: LookedAt): string[][] => [
  [`${position}`, `r${revision}`, type, recordedAt, `${actor.kind}/${actor.role}`],
  ...Object.entries(data).map(([field, value]) => ['', '', `  ${field}: ${line(value)}`]),
];

const line = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('{"sealed":true}', '(sealed)');
