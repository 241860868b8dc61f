import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';

/** Reports of 2017 on bone cement, as openFDA gives them: a header and 535 rows. */
const EXTRACT = 'test/fixtures/maude/maude-bone-cement-2017.csv';
const ROWS = 535;

interface Summary {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
}

const lines = readFileSync(join(__dirname, '../..', EXTRACT), 'utf8')
  .trimEnd()
  .split('\n');

let folder: string;
let journey: Journey;
let manager: Client;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'forthright-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const begin = async () => {
  journey = await Journey.begin();
  manager = await journey.as('risk-manager');
};

const imported = async (file: string): Promise<Summary> => {
  const { code, stdout, stderr } = await journey.cli('import', file, '--as', 'maude', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};

/** How many reports the ledger holds, and under how many streams. */
const reports = async (): Promise<{ events: number; streams: number }> => {
  const [row] = await journey.database.worker.call<{ events: number; streams: number }>({
    text: `select count(*)::int as events, count(distinct stream)::int as streams
             from ledger.events where type = 'SafetyEventReported'`,
  });
  return row ?? { events: 0, streams: 0 };
};

/** How many safety events a filter of the list finds, page after page. */
const listed = async (filter = ''): Promise<number> => {
  const seen = new Set<string>();
  let path: string | undefined = `/v1/safety-events?limit=100${filter && `&${filter}`}`;
  while (path) {
    const page = await manager.get(path);
    expect(page.status).toBe(200);
    const { items } = page.json<{ items: { id: string }[] }>();
    for (const { id } of items) {
      expect(seen).not.toContain(id);
      seen.add(id);
    }
    path = /^<(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
  }
  return seen.size;
};

describe('an extract of real reports', () => {
  beforeAll(begin);
  afterAll(() => journey.end());

  it('goes in, every row of it', async () => {
    expect(await imported(EXTRACT)).toEqual({
      read: ROWS,
      accepted: ROWS,
      duplicate: 0,
      refused: 0,
      refusals: [],
    });
    expect(await reports()).toEqual({ events: ROWS, streams: ROWS });
  });

  it.each([
    ['all', '', ROWS],
    ['malfunctions, answered or not, as unsafe conditions', 'eventClass=unsafe_condition', 342],
    ['the one whose event type nobody answered, with a flag', 'flag=event_type_unanswered', 1],
    ['injuries and deaths as incidents', 'eventClass=incident', 193],
    ['injuries as harm that nobody has rated', 'eventClass=incident&harmReported=unknown', 182],
    ['deaths as deaths', 'harmReported=death', 11],
    ['none as rated here', 'harmSeverity=death', 0],
    ['all as reports from outside', 'source=external_org', ROWS],
    ['all as concerning a device', 'category=device', ROWS],
    ['all as not yet triaged', 'status=reported', ROWS],
  ])('is found by the filters of the list: %s', async (_, filter, count) => {
    await journey.readersAtHead();
    expect(await listed(filter)).toBe(count);
  });

  it('keeps what the source said beside our codes, with the version of the mapping', async () => {
    const { items } = (await manager.get('/v1/safety-events?harmReported=death&limit=1')).json<{
      items: { id: string }[];
    }>();
    const record = (await manager.get(`/v1/safety-events/${items[0]?.id}`)).json();
    expect(record).toMatchObject({
      report: {
        mapping: 'maude-1',
        population: 'unidentified_patient',
        sourceCodes: expect.arrayContaining([{ name: 'event_type', value: 'Death' }]),
        sourceText: expect.arrayContaining([{ name: 'brand_name', value: expect.any(String) }]),
      },
      history: [
        {
          actor: { kind: 'system', role: 'system' },
          meta: {
            precision: 'estimated',
            reasonCode: 'imported-history',
            approver: journey.persona('risk-manager').person,
          },
        },
      ],
    });
  });

  it('adds nothing when it is imported again', async () => {
    const before = await journey.head();
    expect(await imported(EXTRACT)).toMatchObject({ accepted: 0, duplicate: ROWS, refused: 0 });
    expect(await journey.head()).toBe(before);
  });

  it('leaves a ledger that holds', async () => {
    const { code, stdout } = await journey.cli('ledger', 'verify', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ ok: true })]);
  });
});

describe('an extract with broken rows', () => {
  beforeAll(begin);
  afterAll(() => journey.end());

  it('goes in but for these, which are told with their lines and reasons', async () => {
    const broken = [...lines];
    const change = (line: number, from: RegExp, to: string) => {
      const changed = broken[line - 1]?.replace(from, to);
      expect(changed).not.toBe(broken[line - 1]);
      broken[line - 1] = changed as string;
    };
    change(12, /"2017\d{4}"/, '"20171341"');
    change(200, /^("[^"]+"),"[^"]+"/, '$1,"Explosion"');
    change(ROWS + 1, /$/, ',"one column too many"');
    const file = join(folder, 'broken.csv');
    writeFileSync(file, broken.join('\n'));
    expect(await imported(file)).toEqual({
      read: ROWS,
      accepted: ROWS - 3,
      duplicate: 0,
      refused: 3,
      refusals: [
        { line: 12, reason: expect.stringMatching(/^date_received: .*20171341/) },
        { line: 200, reason: expect.stringMatching(/^event_type: .*Explosion/) },
        { line: ROWS + 1, reason: expect.stringMatching(/14.*15|15.*14/) },
      ],
    });
    expect(await reports()).toEqual({ events: ROWS - 3, streams: ROWS - 3 });
  });

  it('is completed by the extract as it should be: what was there stays, what was missing comes', async () => {
    expect(await imported(EXTRACT)).toMatchObject({ accepted: 3, duplicate: ROWS - 3, refused: 0 });
    expect(await reports()).toEqual({ events: ROWS, streams: ROWS });
  });

  it('that is no extract at all is refused before anything goes in', async () => {
    const file = join(folder, 'other.csv');
    writeFileSync(file, 'name,age\n"somebody",42\n');
    const before = await journey.head();
    const { code, stderr } = await journey.cli('import', file, '--as', 'maude', '--json');
    expect(code).not.toBe(0);
    expect(stderr).toContain('report_number');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await journey.head()).toBe(before);
  });
});

describe('an import that is killed half way', () => {
  beforeAll(begin);
  afterAll(() => journey.end());

  it('is completed by running it again: nothing is missing, nothing is there twice', async () => {
    const pipe = join(folder, 'half');
    execFileSync('mkfifo', [pipe]);
    const half = lines.slice(0, 300);
    const writer = createWriteStream(pipe, { flags: 'r+' }); // never closed while it lives: the rest of the file is awaited
    const work = journey.begin('import', pipe, '--as', 'maude', '--json');
    try {
      writer.write(`${half.join('\n')}\n`);
      await eventually(async () => {
        const { events } = await reports();
        if (events < 100) throw new Error(`The import has not come far yet: ${events}`);
      });
      work.child.kill('SIGKILL');
      expect((await work.ended).signal).toBe('SIGKILL');
    } finally {
      work.child.kill('SIGKILL');
      writer.destroy();
    }
    const { events: before } = await reports();
    expect(before).toBeLessThan(half.length);

    const { accepted, duplicate, refused } = await imported(EXTRACT);
    expect({ all: accepted + duplicate, refused }).toEqual({ all: ROWS, refused: 0 });
    expect(duplicate).toBeGreaterThanOrEqual(before);
    expect(await reports()).toEqual({ events: ROWS, streams: ROWS });
    await journey.readersAtHead();
    expect(await listed()).toBe(ROWS);
    const { code } = await journey.cli('ledger', 'verify', '--json');
    expect(code).toBe(0);
  });
});
