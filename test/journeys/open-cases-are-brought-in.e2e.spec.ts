import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const begun = Date.now();
/** Some days ago, as a spreadsheet has it, with its offset. */
const ago = (days: number, hours = 0): string => new Date(begun - days * DAY + hours * HOUR).toISOString();

const COLUMNS =
  'reference,event_at,category,harm,what_happened,identified_at,activated_at,owner,patient_name,patient_record,liaison,billable,bill_held_at,first_conversation_at,first_conversation_mode,told,next_contact_at,in_chart,determination_opened_at,severity,causation,standard,determination';

type Cells = Readonly<Record<string, string>>;

const PLAIN: Cells = {
  category: 'fall',
  harm: 'moderate',
  what_happened: 'Fell at night on the way to the bathroom; "wet floor", broken hip.',
  owner: 'risk-manager',
};

const line = (cells: Cells): string =>
  COLUMNS.split(',')
    .map((name) => `"${({ ...PLAIN, ...cells }[name] ?? '').replaceAll('"', '""')}"`)
    .join(',');

const activated = { reference: 'CRP-2026-011', event_at: ago(3), identified_at: ago(3, 1), activated_at: ago(3, 2) };
const talked = {
  reference: 'CRP-2026-007',
  event_at: ago(20),
  identified_at: ago(20, 1),
  activated_at: ago(20, 1),
  liaison: 'liaison',
  patient_name: 'Ana Quillwort',
  patient_record: 'MRN-7007',
  billable: 'yes',
  bill_held_at: ago(19),
  first_conversation_at: ago(19, 3),
  first_conversation_mode: 'phone',
  told: 'That the floor was wet, and that we find out why.',
  in_chart: 'yes',
};
const judged = {
  ...talked,
  reference: 'CRP-2026-002',
  patient_name: 'Bo Quillwort',
  patient_record: 'MRN-7002',
  event_at: ago(60),
  identified_at: ago(60, 1),
  activated_at: ago(60, 2),
  bill_held_at: ago(59),
  first_conversation_at: ago(59, 1),
  determination_opened_at: ago(12),
  severity: 'met',
  causation: 'met',
  standard: 'not_met',
  determination: 'reasonable',
};

interface Summary {
  readonly accepted: number;
  readonly duplicate: number;
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
}
interface Line {
  readonly id: string;
  readonly status: string;
  readonly activatedAt: string;
}

describe('open cases come in from a spreadsheet', () => {
  let folder: string;
  let journey: Journey;
  let manager: Client;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'forthright-cases-'));
    journey = await Journey.begin();
    manager = await journey.as('risk-manager');
  });
  afterAll(async () => {
    await journey?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const brought = async (...rows: readonly Cells[]): Promise<Summary> => {
    const file = join(folder, 'cases.csv');
    writeFileSync(file, [COLUMNS, ...rows.map(line)].join('\n'));
    const { code, stdout, stderr } = await journey.cli('import', file, '--as', 'cases-csv', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  };
  const list = async (): Promise<readonly Line[]> =>
    (await manager.get('/v1/resolution-cases?limit=50')).json<{ items: readonly Line[] }>().items;

  it('each stands where it stood, and what cannot be read is told by its column', async () => {
    const summary = await brought(
      activated,
      talked,
      judged,
      { ...activated, reference: 'CRP-2026-012', activated_at: 'last Tuesday' },
      { ...activated, reference: 'CRP-2026-013', owner: 'nobody' },
      { ...talked, reference: 'CRP-2026-014', told: '' },
      { ...activated, reference: 'CRP-2026-015', harm: 'awful' },
      { ...activated, reference: 'CRP-2026-016', harm: 'mild' },
    );
    expect(summary).toMatchObject({ accepted: 4, duplicate: 0 });
    expect(summary.refusals.map(({ line: at, reason }) => [at, reason.split(':')[0]])).toEqual([
      [5, 'activated_at'],
      [6, 'There is no persona "nobody". There are'],
      [7, 'told'],
      [8, 'harm'],
    ]);
    await eventually(async () => {
      const found = await list();
      expect(found.map(({ status, activatedAt }) => [status, activatedAt]).sort()).toEqual([
        ['activated', activated.activated_at],
        ['activated', activated.activated_at],
        ['determining', judged.activated_at],
        ['reviewing', talked.activated_at],
      ]);
    });
  });

  it('its clocks run from when it began, and nobody is paged for what is long known', async () => {
    await eventually(async () => {
      const { items } = (await manager.get('/v1/deadlines?limit=100&kind=DL-18')).json<{
        items: readonly { kind: string; state: string }[];
      }>();
      expect(items.map(({ state }) => state)).toEqual(['running', 'running', 'running', 'running']);
    });
    const paged = await journey.database.worker.call({
      text: `select 1 from ledger.events where type = 'DeadlineStarted' and data->>'kind' = 'FB-01'`,
    });
    expect(paged).toEqual([]);
  });

  it('comes in once: a file that is brought again adds what was missing, and no more', async () => {
    expect(await brought(talked, activated)).toMatchObject({ accepted: 0, duplicate: 2 });
    const other = await brought({ ...talked, told: 'Something else.' });
    expect(other.refusals).toEqual([
      { line: 2, reason: 'a case of this reference was brought in before, told otherwise' },
    ]);
    expect(await list()).toHaveLength(4);
  });

  it('is no file of cases without the columns of one', async () => {
    const file = join(folder, 'strange.csv');
    writeFileSync(file, 'reference,owner\nCRP-1,risk-manager\n');
    const { code, stderr } = await journey.cli('import', file, '--as', 'cases-csv');
    expect(code).toBe(2);
    expect(stderr).toContain('no column event_at, category, harm');
  });
});
