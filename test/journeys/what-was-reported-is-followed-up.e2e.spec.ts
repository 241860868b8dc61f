import { setTimeout as pause } from 'node:timers/promises';
import type { StreamLook, Trace } from '#kernel/assembly';
import { Checkpoints, type RefusedCommand } from '#kernel/readers';
import type { Client, ReceiptAnswer } from '../support/client.js';
import { whenReportedThenFollowUp } from '../support/follow-ups/follow-ups.js';
import { eventually } from '../support/index.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';
import type { Spawned } from '../support/spawned.js';

const WORKER = 'test/support/follow-ups/worker.ts';
const WORDS = 'Quillwort';
const KILLS = 3;

let journey: Journey;
let nurse: Client;
let manager: Client;
let facility: string;
let workers: Spawned[];
/** An administrator of another organization, as the command line names them. */
let stranger: readonly string[];

beforeAll(async () => {
  journey = await Journey.begin();
  nurse = await journey.as('reporter');
  manager = await journey.as('risk-manager');
  facility = journey.persona('reporter').facility;
  workers = [journey.spawn(WORKER), journey.spawn(WORKER)];
  const { stdout } = await journey.cliTyping('Edda Example', 'org', 'register', 'Elsewhere', '--json');
  const { org, person } = JSON.parse(stdout) as { org: string; person: string };
  stranger = ['--org', org, '--by', person];
  await journey.readersAtHead();
});
afterAll(async () => {
  await Promise.all((workers ?? []).map((worker) => worker.end()));
  await journey?.end();
});

/** Waits until a worker that was just started is at work. */
const ready = (worker: Spawned): Promise<void> => eventually(() => expect(worker.works).toBe(true), { within: 60_000 });

const report = async (different = {}) => {
  const answer = await nurse.post('/v1/safety-events', aFall(facility, { narrative: WORDS, ...different }));
  if (answer.status !== 201) throw new Error(answer.text);
  return { ...answer.json<ReceiptAnswer>(), request: String(answer.headers.get('x-request-id')) };
};

interface Step {
  readonly position: number;
  readonly eventId: string;
  readonly commandId: string;
  readonly request: string;
  readonly causationId: string | null;
  readonly actor: string;
}

const stepsOf = (stream: string): Promise<Step[]> =>
  journey.database.worker.call<Step>({
    text: `select position::int, event_id as "eventId", command_id as "commandId", correlation_id as request,
      causation_id as "causationId", actor from ledger.events where stream = $1 order by revision`,
    values: [stream],
  });

const atHead = (): Promise<void> =>
  eventually(
    async () => {
      const lags = await new Checkpoints(journey.database.worker).lags([whenReportedThenFollowUp]);
      expect(lags).toMatchObject([{ behind: 0 }]);
    },
    { within: 60_000 },
  ).catch((error: Error) => {
    throw new Error(`${error.message}\n${workers.map(({ output }) => output).join('\n')}`);
  });

const asked = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, stdout, stderr } = await journey.cli(...args, '--json');
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${stderr}`);
  return JSON.parse(stdout) as T;
};

describe('an automation in the worker', () => {
  it("answers an event with a command, in the system's name and within the same request", async () => {
    const { id, stream, request } = await report();
    await atHead();
    const [reported] = await stepsOf(stream);
    expect(await stepsOf(`follow-up-${id}`)).toMatchObject([
      { actor: 'system/-/system', request, causationId: reported?.eventId },
    ]);
  });

  it('has its refusals shown to those who watch over it, and goes on', async () => {
    const unsafe = await report({
      eventClass: 'unsafe_condition',
      category: 'other',
      harmed: 'none',
      harmReported: undefined,
    });
    const { id } = await report();
    await atHead();
    expect(await stepsOf(`follow-up-${id}`)).toHaveLength(1);
    const refused = await asked<RefusedCommand[]>('readers', 'refusals');
    expect(refused.filter(({ stream }) => stream === unsafe.stream)).toEqual([
      expect.objectContaining({
        automation: whenReportedThenFollowUp.name,
        position: unsafe.position,
        command: 'OpenFollowUp',
        code: 'follow-up/nobody-harmed',
      }),
    ]);
    const told = await journey.cli('readers', 'refusals');
    expect(told.stdout).toMatch(/when-reported-then-follow-up at \d+ +OpenFollowUp +follow-up\/nobody-harmed/);
    expect(await journey.cli('readers', 'refusals', '--by', 'reporter')).toMatchObject({ code: 2, stdout: '' });
    const elsewhere = await asked<RefusedCommand[]>('readers', 'refusals', ...stranger);
    expect(elsewhere).toEqual([]);
  });

  it('does everything once though its workers are killed at their work, again and again', async () => {
    const ids: string[] = [];
    let killing = true;
    const clients = Array.from({ length: 2 }, async () => {
      while (killing) {
        ids.push((await report()).id);
        await pause(100);
      }
    });
    for (let kills = 0; kills < KILLS; kills++) {
      const worker = workers[kills % workers.length] as Spawned;
      await ready(worker);
      await pause(40 * kills); // another moment of its work each time
      await worker.end('SIGKILL');
      worker.start();
    }
    killing = false;
    await Promise.all(clients);
    await atHead();
    const text = `select data->>'safetyEventId' as id from ledger.events
      where type = 'FollowUpOpened' and data->>'safetyEventId' = any ($1)`;
    const opened = await journey.database.worker.call<{ id: string }>({ text, values: [ids] });
    expect(ids.length).toBeGreaterThan(KILLS);
    expect(opened.map(({ id }) => id).sort()).toEqual(ids.sort());
  });

  it('leaves when it is asked to', async () => {
    for (const worker of workers) {
      await ready(worker);
      expect(await worker.end('SIGTERM')).toBe(0);
      worker.start();
    }
  });
});

/** A trace without what followed for the clocks of the record. */
const withoutClocks = ({ commands, ...traced }: Trace) => ({
  ...traced,
  commands: commands.filter(({ events }) => !events.some(({ type }) => type.startsWith('Deadline'))),
});

describe('forthright trace', () => {
  it('tells what became of a request, from its id, a position or a command id alike', async () => {
    const { stream, request, position } = await report();
    await atHead();
    await journey.readersAtHead();
    const whole = await asked<Trace>('trace', request);
    const traced = withoutClocks(whole);
    expect(traced).toMatchObject({
      request,
      more: false,
      commands: [
        {
          actor: { kind: 'staff', role: 'reporter' },
          refused: [],
          events: [{ type: 'SafetyEventReported', stream, revision: 1, position, waiting: [], parked: [] }],
        },
        { actor: { kind: 'system', role: 'system' }, refused: [], events: [{ type: '(withheld)' }] },
      ],
    });
    const [first, second] = traced.commands;
    expect(second?.causationId).toBe(first?.events[0]?.eventId);
    expect(first?.events[0]?.passed).toEqual([
      'clocks.when-safety-event-moves-then-tend',
      'measures.subjects',
      'outbound',
      'safety-events.formats',
      'safety-events.list',
      'safety-events.record',
      'safety-events.severe-harm-pages',
    ]);
    for (const what of [`${position}`, String(first?.commandId), String(second?.commandId), request.toUpperCase()])
      expect(await asked('trace', what)).toEqual(whole);
  });

  it('tells who has parked it', async () => {
    const { stream, position } = await report();
    await journey.readersAtHead();
    await journey.database.worker.call({
      text: `insert into readers.parked (reader, version, ledger, org, stream, position, trouble)
        select $1, 1, ledger, org, stream, position, 'TypeError' from ledger.events where position = $2`,
      values: ['outbound', position],
    });
    const { commands } = await asked<Trace>('trace', `${position}`);
    expect(commands[0]?.events[0]).toMatchObject({ stream, parked: ['outbound'], waiting: [] });
    expect(commands[0]?.events[0]?.passed).not.toContain('outbound');
    expect((await journey.cli('trace', `${position}`)).stdout).toContain('parked by: outbound');
    await journey.database.worker.call({ text: 'delete from readers.parked' });
  });

  it('tells what was refused', async () => {
    const { request } = await report({
      eventClass: 'unsafe_condition',
      category: 'other',
      harmed: 'none',
      harmReported: undefined,
    });
    await atHead();
    const { commands } = withoutClocks(await asked<Trace>('trace', request));
    expect(commands).toMatchObject([{ refused: [{ code: 'follow-up/nobody-harmed' }] }]);
    const words = await journey.cli('trace', commands[0]?.refused[0]?.commandId ?? '');
    expect(words.stdout).toMatch(/refused: OpenFollowUp \(command [0-9a-f-]{36}\) of follow-ups\.when-.*nobody-harmed/);
  });

  it('says no to those who may not ask, of other organizations, of what is not there, and to nonsense', async () => {
    const { request } = await report();
    for (const [args, says] of [
      [[request, '--by', 'reporter'], 'may not do this'],
      [[request, ...stranger], 'Nothing was recorded'],
      [['99999999'], 'Nothing was recorded'],
      [['0192a000-0000-7000-8000-00000000dead'], 'Nothing was recorded'],
      [['yesterday'], 'A trace begins with'],
    ] as const) {
      const { code, stdout, stderr } = await journey.cli('trace', ...args);
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
    }
  });
});

describe('forthright stream', () => {
  it('shows the events and the state, as of any point, and opens nothing', async () => {
    const { id, stream, position } = await report();
    await manager.done(`/v1/safety-events/${id}/triage`, aRating({ rationale: WORDS }));
    const now = await asked<StreamLook>('stream', stream);
    expect({ ...now, events: now.events.filter(({ type }) => !type.startsWith('Deadline')) }).toMatchObject({
      stream,
      events: [
        {
          type: 'SafetyEventReported',
          actor: { kind: 'staff', role: 'reporter' },
          data: { eventClass: 'incident', narrative: { sealed: true }, patientRef: { sealed: true } },
        },
        { type: 'SafetyEventTriaged', data: { harmSeverity: 'moderate', rationale: { sealed: true } } },
      ],
      state: { status: 'triaged', eventClass: 'incident', harmSeverity: 'moderate', named: true },
    });
    const { person } = journey.persona('reporter');
    expect(JSON.stringify(now)).not.toContain(WORDS);
    expect(JSON.stringify(now)).not.toContain(person); // who reported is a matter of its own action
    const before = await asked<StreamLook>('stream', stream, '--as-of', `${position}`);
    expect(before).toMatchObject({ revision: 1, state: { status: 'reported' } });
    expect(await asked('stream', stream, '--as-of', now.events[0]?.recordedAt ?? '')).toEqual(before);
    const never = await asked<StreamLook>('stream', stream, '--as-of', '2020-02-29');
    expect(never).toMatchObject({ revision: 0, events: [], state: { status: 'none' } });
    const words = await journey.cli('stream', stream);
    expect(words.stdout).toContain('narrative: (sealed)');
    expect(words.stdout).toContain('state: {"status":"triaged"');
    expect(words.stdout).not.toMatch(/"sealed"|\{"sealed/);
  });

  it('records who looked', async () => {
    const { stream } = await report();
    await asked('stream', stream);
    const text = `select person, result from access.reads where route = 'forthright stream' and $1 = any (streams)`;
    const reads = await journey.database.owner.call({ text, values: [stream] });
    expect(reads).toEqual([{ person: journey.persona('risk-manager').person, result: 'shown' }]);
  });

  it('keeps the codes from those who may see when and what only, and the state with them', async () => {
    const { stream } = await report();
    const look = await asked<StreamLook>('stream', stream, '--by', 'auditor');
    const [first, ...clocks] = look.events;
    expect(first).toMatchObject({ type: 'SafetyEventReported', data: {} });
    expect(clocks.filter(({ data }) => Object.keys(data).length > 0)).toEqual([]);
    expect(look).not.toHaveProperty('state');
  });

  it('says no to those who may not ask, of other organizations, of what is not there, and to nonsense', async () => {
    const { stream } = await report();
    for (const [args, says] of [
      [[stream, '--by', 'reporter'], 'what is their own'],
      [[stream, '--by', 'lakeside-risk-manager'], 'There is no stream'],
      [['safety-event-0192a000-0000-7000-8000-00000000dead'], 'There is no stream'],
      [['safety-event'], 'A stream is named'],
      [['nothing-0192a000-0000-7000-8000-000000000010'], 'A stream is named'],
      [[stream, '--as-of', 'yesterday'], '--as-of takes'],
    ] as const) {
      const { code, stdout, stderr } = await journey.cli('stream', ...args);
      expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(says) });
    }
  });
});
