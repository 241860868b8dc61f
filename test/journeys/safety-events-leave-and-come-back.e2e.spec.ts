import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

/** Reports of 2017 on bone cement: more of them than one page of an export holds. */
const EXTRACT = 'test/fixtures/maude/maude-bone-cement-2017.csv';
const ROWS = 535;
/** Words that spreadsheets run, and that end lines. */
const WORDS = '=HYPERLINK("x","Zephyrquill")\r\nsaid; the "nurse",\\n then\u2028left.';
const NUMBER = 'MRN-7731';

interface Summary {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
}

let folder: string;
let journey: Journey;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forthright-formats-'));
  journey = await Journey.begin();
});
afterAll(async () => {
  await journey?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** A verb that does its work and says nothing besides; its output. */
const told = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await journey.cli(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

const typing = async <T>(typed: string, ...args: readonly string[]): Promise<T> => {
  const { code, stdout, stderr } = await journey.cliTyping(typed, ...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await journey.readersAtHead();
  return JSON.parse(stdout) as T;
};

/** Somewhere else, where nothing was ever reported: who acts there, and where reports are filed. */
interface Elsewhere {
  readonly who: readonly string[];
  readonly filing: readonly string[];
}

const emptyOrganization = async (): Promise<Elsewhere> => {
  const { org, person: admin } = await typing<{ org: string; person: string }>(
    'Edda Example\n',
    'org',
    'register',
    'Elsewhere',
  );
  const as = (person: string) => ['--by', person, '--org', org];
  const hire = async (name: string): Promise<string> => {
    const { id } = await typing<{ id: string }>(`${name}\n`, 'person', 'register', ...as(admin));
    await typing('', 'person', 'grant', id, '--role', 'risk-manager', ...as(admin));
    return id;
  };
  const [first, second] = [await hire('Rick Example'), await hire('Rita Example')];
  const place = ['org', 'open-facility', 'Hillside', '--zone', 'America/Denver', '--setting', 'hospital'];
  const { id: facility } = await typing<{ id: string }>('', ...place, ...as(admin));
  return { who: as(first), filing: ['--approved-by', second, '--facility', facility] };
};

const exported = async (file: string, ...args: readonly string[]): Promise<Buffer> => {
  await told('export', '--as', 'common-formats', '--out', at(file), ...args);
  return readFileSync(at(file));
};

const imported = async (file: string, ...args: readonly string[]): Promise<Summary> => {
  const summary = JSON.parse(await told('import', at(file), '--as', 'common-formats', '--json', ...args));
  await journey.readersAtHead();
  return summary;
};

/** What happened at Riverside: some of everything, and some of what no file tells of. */
const happen = async (): Promise<{ fall: string; told: number }> => {
  const manager = await journey.as('risk-manager');
  const { facility } = journey.persona('reporter');
  const report = async (different: Readonly<Record<string, unknown>>) =>
    (await manager.done('/v1/safety-events', aFall(facility, different))).id;
  const fall = await report({ narrative: WORDS, patientRef: NUMBER });
  const path = `/v1/safety-events/${fall}`;
  await manager.done(`${path}/triage`, aRating({ harmSeverity: 'severe' }));
  const rating = { to: 'moderate', duration: 'temporary', timing: 'after_3d', basis: 'chart' };
  await manager.done(`${path}/harm-assessments`, rating);
  await manager.done(`${path}/patients`, {
    facts: { sex: 'female', ageBand: 'adult_75_84', race: ['white', 'asian'], language: 'es' },
  });
  await manager.done(`${path}/patients`, { facts: { sex: 'male', ethnicity: 'unknown', longerStay: 'yes' } });
  const nobodyHarmed = { harmReported: undefined, patientRef: undefined };
  await report({
    eventClass: 'near_miss',
    category: 'medication',
    furtherCategories: ['device', 'blood'],
    ...nobodyHarmed,
  });
  await report({ eventClass: 'unsafe_condition', category: 'other', harmed: 'none', ...nobodyHarmed });
  await report({ category: 'fall', furtherCategories: ['medication'], harmReported: 'unknown' });
  const mistaken = await report({});
  await manager.done(`/v1/safety-events/${mistaken}/voiding`, { reason: 'test' });
  await report({ category: 'workforce', harmed: 'staff', harmReported: 'mild', patientRef: undefined });
  await report({ category: undefined });
  const maude = JSON.parse(await told('import', EXTRACT, '--as', 'maude', '--json')) as Summary;
  expect(maude).toMatchObject({ accepted: ROWS });
  await journey.readersAtHead();
  return { fall, told: ROWS + 4 };
};

describe('the safety events of an organization', () => {
  let fall: string;
  let all: number;
  let elsewhere: Elsewhere;
  let json: Buffer;
  let csv: Buffer;

  beforeAll(async () => {
    ({ fall, told: all } = await happen());
    elsewhere = await emptyOrganization();
    json = await exported('origin.jsonl');
    csv = await exported('origin.csv', '--format', 'csv');
  });

  const linesOfFall = () =>
    json
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter((record) => record['74081-1'] === fall);

  it('leave by their codes, a line for each patient', () => {
    expect(linesOfFall()).toEqual([
      expect.objectContaining({
        'forthright.patientNumber': '1',
        '74079-5': 'incident',
        '74552-1': ['fall'],
        '74560-4': 'LA20749-0',
        '74559-6': 'temporary',
        '74558-8': 'LA20754-0',
        '74698-2': 'female',
        '74693-3': ['asian', 'white'],
      }),
      expect.objectContaining({ 'forthright.patientNumber': '2', '74698-2': 'male', '74557-0': 'yes' }),
    ]);
  });

  it('leave without a word, a record number or a language', () => {
    for (const text of [json.toString(), csv.toString()])
      for (const kept of ['Zephyrquill', 'Slipped', NUMBER, '"es"', '74554-7']) expect(text).not.toContain(kept);
  });

  it('are told how many, and what was left out and why', async () => {
    const args = ['export', at('again.jsonl'), '--as', 'common-formats', '--json'];
    expect(JSON.parse(await told(...args))).toEqual({
      file: at('again.jsonl'),
      records: all + 1,
      leftOut: { voided: 1, 'no-patient': 1, 'no-category': 1 },
      withheld: 0,
    });
    expect(readFileSync(at('again.jsonl'))).toEqual(json);
  });

  it('come back elsewhere, and leave from there to the same bytes', async () => {
    const summary = await imported('origin.jsonl', ...elsewhere.who, ...elsewhere.filing);
    expect(summary).toEqual({ read: all + 1, accepted: all + 1, duplicate: 0, refused: 0, refusals: [] });
    expect(await exported('elsewhere.jsonl', ...elsewhere.who)).toEqual(json);
    expect(await exported('elsewhere.csv', '--format', 'csv', ...elsewhere.who)).toEqual(csv);
  });

  it('are there once, whichever file brings them again, and whoever has them', async () => {
    const before = await journey.head();
    const again = { read: all + 1, accepted: 0, duplicate: all + 1, refused: 0 };
    expect(await imported('origin.csv', '--format', 'csv', ...elsewhere.who, ...elsewhere.filing)).toMatchObject(again);
    expect(await imported('origin.jsonl')).toMatchObject(again);
    expect(await journey.head()).toBe(before);
  });

  it('leave with their words where that is asked for, and come back with them to the same bytes', async () => {
    const words = ['--with-narratives', '--format', 'csv'];
    const spoken = await exported('spoken.csv', ...words);
    expect(spoken.toString()).toContain('Zephyrquill');
    expect(spoken.toString()).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(spoken.toString()).not.toContain(NUMBER);
    const third = await emptyOrganization();
    const summary = await imported('spoken.csv', '--format', 'csv', ...third.who, ...third.filing);
    expect(summary).toMatchObject({ accepted: all + 1, refused: 0 });
    expect(await exported('third.csv', ...words, ...third.who)).toEqual(spoken);
    const lines = (await exported('third.jsonl', '--with-narratives', ...third.who)).toString().split('\n');
    const told = lines.filter((line) => line.includes(fall)).map((line) => JSON.parse(line)['74554-7']);
    expect(told).toEqual([WORDS, WORDS]);
  });

  it('are refused line by line where a line is broken, and the rest goes in', async () => {
    const lines = csv.toString().split('\n').slice(0, 4);
    const broken = json.toString().split('\n').slice(0, 5);
    broken[1] = '{"half":';
    broken[3] = String(broken[3]).replace(/"74079-5":"[a-z-]+"/, '"74079-5":"accident"');
    writeFileSync(at('broken.jsonl'), broken.join('\n'));
    expect(await imported('broken.jsonl', ...elsewhere.who, ...elsewhere.filing)).toEqual({
      read: 5,
      accepted: 0,
      duplicate: 3,
      refused: 2,
      refusals: [
        { line: 2, reason: 'is no JSON' },
        { line: 4, reason: expect.stringMatching(/^74079-5: /) },
      ],
    });
    writeFileSync(at('broken.csv'), [lines[0], `${lines[1]},more`, lines[2]].join('\n'));
    expect(await imported('broken.csv', '--format', 'csv', ...elsewhere.who, ...elsewhere.filing)).toMatchObject({
      read: 2,
      refused: 1,
      refusals: [{ line: 2, reason: expect.stringContaining('fields') }],
    });
    writeFileSync(at('other.csv'), 'name,age\n"somebody",42\n');
    const other = ['import', at('other.csv'), '--as', 'common-formats', '--format', 'csv'];
    const { code, stderr } = await journey.cli(...other, ...elsewhere.who, ...elsewhere.filing);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/no Common Formats file/)]);
  });

  it('are read by those who may, and each page of it is written down', async () => {
    const { code, stderr } = await journey.cli('export', '--as', 'common-formats', '--by', 'reporter');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/safety-event\.export/)]);
    const text = `select count(*)::int as pages from access.reads
      where route = 'forthright export' and action = 'safety-event.export' and $1 = any (streams)`;
    const [row] = await journey.database.owner.call<{ pages: number }>({ text, values: [`safety-event-${fall}`] });
    expect(row?.pages).toBeGreaterThanOrEqual(3);
  });

  it('leave the ledger as it holds', async () => {
    expect(JSON.parse(await told('ledger', 'verify', '--json'))).toMatchObject({ ok: true });
  });
});
