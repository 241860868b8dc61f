import type { Client } from '../support/client.js';
import { Journey } from '../support/journey.js';

const EXTRACT = 'test/fixtures/maude/maude-bone-cement-2017.csv';
const MAUDE = 535;
const REPORTS = 2000;
const BATCH = 100;
const GROUPS = 20;

interface Line {
  readonly id: string;
  readonly eventClass: string;
  readonly status: string;
}

/** What staff tell, all classes in turn. */
const KINDS = [
  ['incident', 'fall'],
  ['near_miss', 'medication'],
  ['unsafe_condition', 'other'],
  ['incident', 'medication'],
] as const;

describe('two thousand reports of several kinds', () => {
  let journey: Journey;
  let manager: Client;
  let lines: readonly Line[];
  beforeAll(async () => {
    journey = await Journey.begin();
    manager = await journey.as('risk-manager');
  });
  afterAll(() => journey?.end());

  const verb = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await journey.cli(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const all = async (query = ''): Promise<Line[]> => {
    const found: Line[] = [];
    for (let cursor = ''; ; ) {
      const page = await manager.get(
        `/v1/safety-events?limit=200${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      const { items, next } = page.json<{ items: Line[]; next?: string }>();
      found.push(...items);
      if (!next) return found;
      cursor = next;
    }
  };
  const equalToRebuilds = async () => {
    await journey.readersAtHead({ within: 120_000 });
    for (const view of ['safety-events.list', 'safety-events.record', 'measures.subjects']) {
      expect(await verb('readers', 'rebuild', view, '--json')).toMatchObject({ different: 0, added: 0, missing: 0 });
      await verb('readers', 'rebuild', view, '--drop', '--json');
    }
  };

  it('come in: real ones from FDA, and what staff told in the house', async () => {
    expect(await verb('import', EXTRACT, '--as', 'maude', '--json')).toMatchObject({ accepted: MAUDE, refused: 0 });
    const facilityId = journey.persona('reporter').facility;
    const nurse = await journey.as('reporter');
    const told = Array.from({ length: REPORTS - MAUDE }, (_, nth) => ({ nth, kind: KINDS[nth % KINDS.length] }));
    for (let from = 0; from < told.length; from += BATCH)
      await Promise.all(
        told.slice(from, from + BATCH).map(({ nth, kind: [eventClass, category] = KINDS[0] }) =>
          nurse.done('/v1/safety-events', {
            eventClass,
            category,
            harmed: eventClass === 'incident' ? 'patient' : 'none',
            ...(eventClass === 'incident' && { population: 'unidentified_patient' }),
            narrative: `One of many: ${nth}.`,
            eventAt: { value: new Date(Date.UTC(2025, 0, 1 + (nth % 500))).toISOString(), precision: 'day' },
            facilityId,
          }),
        ),
      );
    await journey.readersAtHead({ within: 120_000 });
    lines = await all();
    expect(lines).toHaveLength(REPORTS);
  });

  it('are triaged a hundred at a time, each by itself', async () => {
    for (let from = 0; from < lines.length; from += BATCH) {
      const batch = lines.slice(from, from + BATCH).map(({ id, eventClass }) => ({
        id,
        type: eventClass === 'unsafe_condition' ? 'other' : 'medication',
        harmSeverity: 'no_harm',
        route: 'trend',
        ...(eventClass !== 'unsafe_condition' && { sacActual: 1, sacPotential: 1 }),
      }));
      const answer = await manager.post('/v1/safety-events/triage-batch', { lines: batch });
      const { verdicts } = answer.json<{ verdicts: { triaged: boolean; refusal?: object }[] }>();
      expect(verdicts.filter(({ triaged }) => !triaged)).toEqual([]);
    }
    await journey.readersAtHead({ within: 120_000 });
    expect(await all('&status=triaged')).toHaveLength(REPORTS);
    const again = await manager.post('/v1/safety-events/triage-batch', {
      lines: [
        { id: lines[0]?.id, type: 'other', harmSeverity: 'no_harm', route: 'trend', sacActual: 1, sacPotential: 1 },
      ],
    });
    expect(again.json()).toMatchObject({
      verdicts: [{ triaged: false, refusal: { code: 'safety-event/already-triaged' } }],
    });
  });

  it('are merged and unmerged, and every view is what a rebuild makes of it', async () => {
    const hazards = lines.filter(({ eventClass }) => eventClass === 'unsafe_condition');
    for (let nth = 0; nth < GROUPS; nth += 1) {
      // the newest come first: what was sent at once is not merged with its like, whose order chance decides
      const [later, earlier] = [hazards[nth] as Line, hazards.at(-1 - nth) as Line];
      const into = { intoEventId: earlier.id, matchBasis: ['place', 'category'] };
      await manager.done(`/v1/safety-events/${later.id}/merge`, into);
    }
    await journey.readersAtHead({ within: 120_000 });
    expect(await all('&status=merged')).toHaveLength(GROUPS);
    expect(await all()).toHaveLength(REPORTS - GROUPS);
    for (let nth = 0; nth < GROUPS; nth += 4)
      await manager.done(`/v1/safety-events/${hazards[nth]?.id}/unmerge`, { reason: 'Another floor.' });
    await equalToRebuilds();
    expect(await all()).toHaveLength(REPORTS - GROUPS + GROUPS / 4);
    expect(await verb('ledger', 'verify', '--json')).toMatchObject({ ok: true });
  });
});
