import { Database } from '#kernel/platform';
import type { Client } from '../support/client.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

const LIST = 'safety-events.list';
const RECORD = 'safety-events.record';
const CLOSURE = { disposition: 'reviewed', summary: 'The floor is dried at once now.' };

interface Page {
  readonly items: readonly { readonly id: string; readonly status: string; readonly revision: number }[];
  readonly withheld?: number;
}

describe('an event that two views cannot read', () => {
  let journey: Journey;
  let owner: Database;
  let [reporter, manager]: Client[] = [];
  let ill: { id: string; stream: string };
  let triagedAt: number;

  beforeAll(async () => {
    journey = await Journey.begin();
    owner = await Database.open({ url: journey.database.url, role: 'owner', max: 2 });
    [reporter, manager] = [await journey.as('reporter'), await journey.as('risk-manager')];
    ill = await report();
    await journey.readersAtHead();
    await cannotRead(ill.id);
    triagedAt = await step(ill.id, 'triage', aRating());
    await step(ill.id, 'confirmation', { lists: [] });
    await step(ill.id, 'closure', CLOSURE);
    await journey.readersAtHead();
  });
  afterAll(async () => {
    await owner?.close();
    await journey?.end();
  });

  const report = () => (reporter as Client).done('/v1/safety-events', aFall(journey.persona('reporter').facility));
  const step = async (id: string, name: string, body: object) =>
    (await (manager as Client).done(`/v1/safety-events/${id}/${name}`, body)).position;
  /** From now on both views refuse what the triage of a record says, as a fold with a fault would. */
  const cannotRead = (id: string) =>
    owner.call({
      text: `alter table views.safety_event_list_v2 add constraint faulty check (id <> '${id}' or harm_severity is null);
             alter table views.safety_event_record_v1 add constraint faulty check (id <> '${id}' or jsonb_array_length(facts) < 2)`,
    });
  const mend = () =>
    owner.call({
      text: `alter table views.safety_event_list_v2 drop constraint faulty;
             alter table views.safety_event_record_v1 drop constraint faulty`,
    });
  const health = async () => {
    const response = await fetch(`${journey.forthright.url}/health/ready`);
    const { status, readers } = (await response.json()) as {
      status: string;
      readers: readonly { reader: string; parked?: number }[];
    };
    const parked = readers.filter((one) => one.parked).map(({ reader, parked: streams }) => [reader, streams]);
    return { code: response.status, status, parked };
  };
  const list = async (of = manager) => (await (of as Client).get('/v1/safety-events?limit=200')).json<Page>();
  const line = async (id: string) => (await list()).items.find((one) => one.id === id);
  const record = async (id: string) => (await (manager as Client).get(`/v1/safety-events/${id}`)).json();
  const readers = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await journey.cli('readers', ...args, '--json');
    return { code, stderr, answer: stdout && (JSON.parse(stdout) as unknown) };
  };
  const skip = (reader: string, position: number, ...more: readonly string[]) =>
    readers('skip', reader, '--position', String(position), '--reason', 'a rating that was typed by a test', ...more);

  it('holds up its own record only: others go on, and health tells of it without turning anybody away', async () => {
    const well = await report();
    const after = await step(well.id, 'triage', aRating());
    expect((await (manager as Client).get(`/v1/safety-events/${well.id}?after=${after}`)).json()).toMatchObject({
      status: 'triaged',
    });
    expect(await health()).toEqual({
      ...{ code: 200, status: 'degraded' },
      parked: [
        [LIST, 1],
        [RECORD, 1],
      ],
    });
  });

  it('is told on the list and on the record, and not as if nothing had been missed', async () => {
    expect(await list()).toMatchObject({ withheld: 1 });
    expect(await line(ill.id)).toMatchObject({ status: 'reported', revision: 1 });
    expect(await list(reporter)).not.toHaveProperty('withheld'); // whose it is, the list does not know
    expect(await record(ill.id)).toMatchObject({ withheld: true, status: 'reported', revision: 1 });
    expect((await (manager as Client).get(`/v1/safety-events/${ill.id}?after=${triagedAt}`)).status).toBe(202);
    const other = (await list()).items.find(({ id }) => id !== ill.id);
    expect(await record(other?.id ?? '')).not.toHaveProperty('withheld');
  });

  it('is shown to operators, with what waits behind it', async () => {
    const waiting = { stream: ill.stream, position: triagedAt, withheld: 3, trouble: 'error 23514' };
    const { code, answer } = await readers('parked');
    expect(code).toBe(0);
    const both = [LIST, RECORD].map((reader) => expect.objectContaining({ reader, ...waiting }) as unknown);
    expect(answer).toHaveLength(2);
    expect(answer).toEqual(expect.arrayContaining(both));
    expect((await journey.cli('readers', 'status')).stdout).toContain('1 stream parked: readers parked tells which');
    expect((await journey.cli('readers', 'parked')).stdout).toContain('readers replay <reader>');
  });

  it('stays parked by a replay before the fix', async () => {
    expect(await readers('replay', LIST)).toMatchObject({ code: 1, answer: { reader: LIST, replayed: 0, parked: 1 } });
    expect(await line(ill.id)).toMatchObject({ status: 'reported' });
  });

  it('is replayed after the fix with all that waited behind it, in order; what comes then follows', async () => {
    await mend();
    const replay = await readers('replay', RECORD, '--stream', ill.stream);
    expect(replay).toEqual({ code: 0, stderr: '', answer: { reader: RECORD, replayed: 1, parked: 0 } });
    const { history, ...shown } = (await record(ill.id)) as { history: { revision: number; type: string }[] };
    expect(history.map(({ type }) => type)).toEqual([
      'SafetyEventReported',
      'SafetyEventTriaged',
      'SafetyEventConfirmed',
      'SafetyEventClosed',
    ]);
    const revision = history.at(-1)?.revision; // clocks may have moved between
    expect(shown).toMatchObject({ status: 'closed', revision });
    expect(shown).not.toHaveProperty('withheld');
    expect(await health()).toMatchObject({ status: 'degraded', parked: [[LIST, 1]] });
    expect(await readers('replay', LIST)).toMatchObject({ code: 0, answer: { replayed: 1, parked: 0 } });
    expect(await line(ill.id)).toMatchObject({ status: 'closed', revision, harmSeverity: 'moderate' });
    expect(await list()).not.toHaveProperty('withheld');
    expect(await health()).toEqual({ code: 200, status: 'ready', parked: [] });
    expect(await readers('replay', LIST)).toMatchObject({ code: 0, answer: { replayed: 0, parked: 0 } });
  });

  it('may be passed by instead, by somebody who says why and is written down; what is behind it follows', async () => {
    const { id, stream } = await report();
    await journey.readersAtHead();
    await cannotRead(id);
    const position = await step(id, 'triage', aRating());
    await step(id, 'confirmation', { lists: ['nqf'] });
    await journey.readersAtHead();
    expect(await skip(LIST, position + 1)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not stuck at'),
    });
    const skipped = await skip(LIST, position);
    const passed = { reader: LIST, position, stream, type: 'SafetyEventTriaged' };
    expect(skipped).toEqual({ code: 0, stderr: '', answer: { ...passed, replayed: 1, parked: 0 } });
    expect(await line(id)).toMatchObject({ status: 'confirmed' });
    expect(await skip(LIST, position)).toMatchObject({ code: 2 });
    expect((await readers('parked', '--skipped')).answer).toEqual([
      expect.objectContaining({
        ...passed,
        skippedBy: journey.persona('operator').person,
        reason: 'a rating that was typed by a test',
      }),
    ]);
    await mend();
    expect(await readers('replay', RECORD)).toMatchObject({ code: 0, answer: { replayed: 1 } });
  });

  it('hides nothing though it is the first of its record: who may see all is told to wait, its reporter as of any other', async () => {
    await owner.call({
      text: 'alter table views.safety_event_record_v1 add constraint faulty check (false) not valid',
    });
    const { id } = await report();
    await journey.readersAtHead();
    const answers = await Promise.all([manager, reporter].map((one) => (one as Client).get(`/v1/safety-events/${id}`)));
    expect(answers.map(({ status }) => status)).toEqual([202, 404]);
    await owner.call({ text: 'alter table views.safety_event_record_v1 drop constraint faulty' });
    expect(await readers('replay', RECORD)).toMatchObject({ code: 0, answer: { replayed: 1 } });
    expect(await record(id)).toMatchObject({ status: 'reported' });
  });

  it.each([
    [['replay', 'safety-events.nothing'], 'There is no reader "safety-events.nothing"'],
    [['replay', 'outbound'], 'parks nothing'],
    [['skip', 'privacy.shredder', '--position', '1', '--reason', 'r'], 'There is no reader "privacy.shredder"'],
    [['skip', LIST, '--position', 'one', '--reason', 'r'], '--position takes a whole number'],
    [['skip', LIST, '--position', '1', '--reason', ' '], '--reason takes a text'],
    [['skip', LIST, '--position', '1', '--reason', 'r', '--by', 'auditor'], 'no role of theirs'],
    [['parked', '--by', 'reporter'], 'no role of theirs'],
  ])('tells in a line what is wrong with %p', async (args, said) => {
    const { code, stdout, stderr } = await journey.cli('readers', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
