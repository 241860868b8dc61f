import { Database } from '#kernel/platform';
import { fillLedger } from '../bench/ledger-fill.js';
import { eventually } from '../support/index.js';
import { Journey } from '../support/journey.js';
import { aFall } from '../support/reports.js';

const LIST = 'safety-events.list';
const REBUILD = ['readers', 'rebuild', LIST] as const;
const EVENTS = 4_000;

describe('a view that is built anew while people report', () => {
  let journey: Journey;
  let owner: Database;

  beforeAll(async () => {
    journey = await Journey.begin();
    owner = await Database.open({ url: journey.database.url, role: 'owner', max: 2 });
    await fillLedger(journey.database.api, journey.persona('risk-manager'), EVENTS);
    await journey.readersAtHead({ within: 120_000 }); // each report starts a clock
  });
  afterAll(async () => {
    await owner.close();
    await journey.end();
  });

  const rebuild = async (...options: readonly string[]) => {
    const { code, stdout, stderr } = await journey.cli(...REBUILD, ...options, '--json');
    return { code, stderr, ...(stdout && (JSON.parse(stdout) as object)) };
  };
  const report = async () => {
    const reporter = await journey.as('reporter');
    return reporter.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
  };
  const listed = async (after: number) => {
    const manager = await journey.as('risk-manager');
    const answer = await manager.get(`/v1/safety-events?limit=1&after=${after}`);
    expect(answer.status).toBe(200);
    return answer.json<{ items: { id: string }[] }>().items[0]?.id;
  };
  /** Kills a rebuild with no warning, somewhere in the middle: while its checkpoint is held there. */
  const killInTheMiddle = async () => {
    const working = journey.begin(...REBUILD);
    const text = `select position::int from readers.checkpoints where reader = $1 and slot = 'next' for update`;
    const position = await eventually(
      () =>
        owner.across(async (tx) => {
          const [row] = await tx.query<{ position: number }>(text, [LIST]);
          if (!row?.position) throw new Error('Not begun yet');
          working.child.kill('SIGKILL');
          await working.ended;
          return row.position;
        }),
      { every: 1 },
    );
    expect((await working.ended).signal).toBe('SIGKILL');
    return position;
  };

  it('goes on after a kill, ends equal under live writes, is switched, and has a way back', async () => {
    const killedAt = await killInTheMiddle();
    expect(killedAt).toBeGreaterThan(0);
    expect(killedAt).toBeLessThan(EVENTS);
    const { standings } = (await rebuild('--status')) as unknown as {
      standings: { slot: string; positions: Record<string, number> }[];
    };
    expect(standings.find(({ slot }) => slot === 'next')?.positions).toEqual({ 1: killedAt });

    let writing = true;
    const written = (async () => {
      while (writing) await report();
    })();
    const switched = await rebuild('--switch').finally(() => {
      writing = false;
    });
    await written;
    expect(switched).toEqual({
      ...{ code: 0, stderr: '', view: LIST, switched: true },
      ...{ different: 0, added: 0, missing: 0, sample: [] },
    });
    const later = await report();
    expect(await listed(later.position)).toBe(later.id);

    expect(await rebuild('--back')).toEqual({ code: 0, stderr: '', view: LIST, back: true });
    expect(await listed(later.position)).toBe(later.id);
    const last = await report();
    expect(await listed(last.position)).toBe(last.id);
    await journey.readersAtHead();

    const head = await journey.head();
    expect(await rebuild('--drop')).toEqual({ code: 0, stderr: '', view: LIST, dropped: ['before'] });
    expect(await rebuild()).toMatchObject({ code: 0, different: 0, switched: false });
    expect(await journey.head()).toBe(head); // nobody was told of old events again
    await rebuild('--drop');
  });

  it('stops where the two differ, and is switched when that is accepted', async () => {
    const { id } = await report();
    await journey.readersAtHead();
    await owner.call({ text: 'update views.safety_event_list_v2 set serious = true where id = $1', values: [id] });
    const stopped = await rebuild('--switch');
    expect(stopped).toMatchObject({ code: 1, different: 1, switched: false });
    expect(stopped).toMatchObject({ sample: [{ id, how: 'changed', columns: ['serious'] }] });
    expect(await rebuild('--switch', '--accept-differences')).toMatchObject({ code: 0, different: 1, switched: true });
    await rebuild('--drop');
  });

  it.each([
    [['rebuild', 'safety-events.nothing'], 'There is no view "safety-events.nothing"'],
    [['rebuild', 'publisher'], 'There is no view "publisher"'],
    [['rebuild', LIST, '--back'], 'There is no views_before.safety_event_list_v2'],
    [['rebuild', LIST, '--back', '--drop'], 'name one of them'],
    [['rebuild', LIST, '--accept-differences'], 'goes with --switch'],
    [['rebuild', LIST, '--by', 'reporter'], 'no role of theirs'],
    [['drop', LIST, '--version', '2'], 'is the one that runs'],
    [['drop', LIST, '--version', '7'], 'There never was a version 7'],
    [['drop', LIST, '--version', 'one'], 'takes a whole number'],
  ])('tells in a line what is wrong with %p', async (args, said) => {
    const { code, stdout, stderr } = await journey.cli('readers', ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
