import { randomUUID } from 'node:crypto';
import type { Caller } from '#kernel/access';
import type { Role } from '#kernel/core';
import { Caseload, read, stMary } from '../../case-record/caseload.examples.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import * as one from '../../resolution-case/resolution-case.examples.js';
import { type CountedCases } from './work-list.counts.js';
import { ListCases, ListCasesHandler, type WorkListFilter } from './work-list.query.js';
import { CLOCK_STANDS } from './work-list.request.js';

const { leo, rosa, stranger } = one;
const lakeside = '0192a000-0000-7000-8000-000000000011';
const on = { safetyEventId: one.requested.data.safetyEventId };
/** Half past ten in the evening in Chicago, half past five in the morning on the next day in Helsinki. */
const now = '2026-03-10T03:30:00.000Z';
const newSince = '2026-03-08T00:00:00.000Z';
const lately = '2026-03-09T12:00:00.000Z';
const [past, tonight, tomorrow] = ['2026-03-09T10:00:00.000Z', '2026-03-10T04:59:59.999Z', '2026-03-10T05:00:00.000Z'];
const helsinki = { facility: lakeside, zone: 'Europe/Helsinki' } as const;
const ofLeo: ResolutionCaseFact = {
  type: 'ResponseTeamChanged',
  data: { ...on, members: [leo], communicationLead: leo, changedBy: rosa },
};
const strangers = [
  one.handedOver,
  { ...ofLeo, data: { ...ofLeo.data, members: [stranger], communicationLead: stranger } },
] as const;

let caseload: Caseload;
const cases: Record<string, string> = {};

beforeAll(async () => {
  caseload = await Caseload.begin();
  const kept = async (name: string, begun: Promise<string>, ...dueAt: readonly string[]) => {
    const id = await begun;
    cases[name] = id;
    for (const at of dueAt) await caseload.clocked(id, at);
  };
  const from = { at: '2026-03-02T09:10:00.000Z' };
  await kept('late', caseload.begun(from, one.disclosed), past, tomorrow);
  await kept('lateInHelsinki', caseload.begun(helsinki), past);
  await kept('tonight', caseload.begun({ at: lately }, one.attempted), tonight);
  await kept('tomorrow', caseload.begun({ at: lately }, ...strangers), tomorrow);
  await kept('todayInHelsinki', caseload.begun(helsinki), tomorrow);
  await kept('unclocked', caseload.begun({}, one.disclosed, one.determinationOpened));
  await kept('asked', Promise.resolve(randomUUID()));
  await caseload.recorded(cases.asked as string, {}, one.requested);
  await kept('paused', caseload.begun());
  await caseload.recorded(
    cases.paused as string,
    {},
    {
      type: 'DeadlinePaused',
      data: {
        deadlineId: await caseload.clocked(cases.paused as string, past),
        at: lately,
        reason: 'patient_wish',
        pausedBy: rosa,
      },
    },
  );
  await kept('met', caseload.begun());
  await caseload.recorded(
    cases.met as string,
    {},
    {
      type: 'DeadlineMet',
      data: { deadlineId: await caseload.clocked(cases.met as string, past), metAt: past, late: false },
    },
  );
  await kept('closed', caseload.begun({}, one.disclosed, one.resolved, one.closed), past);
  await kept('withdrawn', caseload.begun({}, one.withdrawn));
  await kept(
    'covered',
    caseload.begun({}, ...strangers, {
      type: 'LiaisonCoverArranged',
      data: { ...on, cover: rosa, from: lately, until: tomorrow, patientTold: true, arrangedBy: stranger },
    }),
  );
  await kept(
    'coveredBefore',
    caseload.begun({}, ...strangers, {
      type: 'LiaisonCoverArranged',
      data: { ...on, cover: rosa, from: past, until: lately, patientTold: true, arrangedBy: stranger },
    }),
  );
  await caseload.caughtUp();
});
afterAll(() => caseload?.close());

const listed = (filter: Partial<WorkListFilter>, caller: Caller = caseload.caller('resolution-case.list')) =>
  new ListCasesHandler(caseload.db.api).execute(new ListCases({ limit: 200, now, newSince, ...filter }, caller, read));
const named = async (filter: Partial<WorkListFilter>, caller?: Caller) => {
  const found = (await listed(filter, caller)).cases.map(({ row }) => row.id);
  return Object.keys(cases).filter((name) => found.includes(cases[name] as string));
};
const OPEN = () => Object.keys(cases).filter((name) => name !== 'closed' && name !== 'withdrawn');
const without = (...names: readonly string[]) => OPEN().filter((name) => !names.includes(name));

describe('the work list', () => {
  it.each<[Partial<WorkListFilter>, () => readonly string[]]>([
    [{}, OPEN],
    [{ standing: 'ended' }, () => ['closed', 'withdrawn']],
    [{ standing: 'all' }, () => Object.keys(cases)],
    [{ status: 'closed' }, () => ['closed']],
    [{ status: 'requested' }, () => ['asked']],
    [{ facilityId: lakeside }, () => ['lateInHelsinki', 'todayInHelsinki']],
    [{ late: 'true' }, () => ['late', 'lateInHelsinki']],
    [{ clock: 'late', standing: 'all' }, () => ['late', 'lateInHelsinki', 'closed']],
    [{ clock: 'due_today' }, () => ['tonight', 'todayInHelsinki']],
    [{ clock: 'later' }, () => ['tomorrow']],
    [{ clock: 'paused' }, () => ['paused']],
    [{ clock: 'paused', late: 'true' }, () => []],
    [{ new: 'true' }, () => without('late', 'lateInHelsinki')],
    [{ mine: 'true' }, () => without('tomorrow', 'asked', 'coveredBefore')],
    [{ owner: leo }, () => ['tomorrow', 'covered', 'coveredBefore']],
    [{ safetyEventId: on.safetyEventId, status: 'disclosing' }, () => ['tonight']],
  ])('lists by %j', async (filter, names) => expect(await named(filter)).toEqual(names()));

  it('counts as many as each filter lists', async () => {
    for (const place of [{}, { facilityId: stMary }, { facilityId: lakeside }]) {
      const { counts } = await listed(place);
      const { open, mine, clock, status, ...other } = counts as CountedCases;
      const many = async (filter: Partial<WorkListFilter>) => (await listed({ ...place, ...filter })).cases.length;
      expect(open).toBe(await many({}));
      expect(other.new).toBe(await many({ new: 'true' }));
      expect(mine).toBe(await many({ mine: 'true' }));
      expect(clock.late).toBe(await many({ late: 'true' }));
      for (const stand of CLOCK_STANDS) expect([stand, clock[stand]]).toEqual([stand, await many({ clock: stand })]);
      for (const [name, count] of Object.entries(status))
        expect([name, count]).toEqual([name, await many({ status: name as keyof typeof status })]);
      expect(Object.values(clock).reduce((sum, count) => sum + count)).toBe(open);
      expect(Object.values(status).reduce((sum, count) => sum + count)).toBe(await many({ standing: 'all' }));
    }
    expect((await listed({})).counts?.open).toBe(OPEN().length);
  });

  it('shows and counts for a liaison what is theirs now, and what they cover', async () => {
    const asLiaison = (person: string) => caseload.caller('resolution-case.list', 'liaison', person);
    const theirs = without('tomorrow', 'asked', 'coveredBefore');
    expect(await named({}, asLiaison(rosa))).toEqual(theirs);
    expect((await listed({}, asLiaison(rosa))).counts).toMatchObject({ open: theirs.length, mine: theirs.length });
    expect(await named({ now: '2026-03-11T00:00:00.000Z' }, asLiaison(rosa))).not.toContain('covered');
    expect(await named({}, asLiaison(randomUUID()))).toEqual([]);
  });

  it('shows claims staff what is theirs, and not what they would see as a liaison’s cover', async () => {
    const asClaims = (...roles: readonly Role[]) => ({ ...caseload.caller('resolution-case.list', 'claims'), roles });
    expect(await named({}, asClaims('claims'))).toEqual(without('tomorrow', 'asked', 'covered', 'coveredBefore'));
    const { cases: lines } = await listed({}, asClaims('claims', 'liaison'));
    const labelsOf = (name: string) => lines.find(({ row }) => row.id === cases[name])?.labels;
    expect(labelsOf('covered')).toEqual(['OPER', 'PHI', 'SHARED']);
    expect(labelsOf('tonight')).toEqual(['OPER', 'PHI', 'SHARED', 'LEGAL']);
  });

  it('counts nothing for those who may see no field, and shows nobody another organization’s', async () => {
    expect((await listed({}, caseload.caller('resolution-case.list', 'auditor'))).counts).toBeUndefined();
    const elsewhere = caseload.caller('resolution-case.list', 'risk-manager', rosa, randomUUID());
    const { cases: none, counts } = await listed({ standing: 'all' }, elsewhere);
    expect([none, counts?.open]).toEqual([[], 0]);
  });

  it('brings the clocks of each line', async () => {
    const { cases: lines } = await listed({ order: 'due' });
    expect(lines.slice(0, 3).map(({ clocks }) => clocks.map(({ dueAt, late }) => [dueAt, late]))).toEqual(
      expect.arrayContaining([
        [
          [past, true],
          [tomorrow, false],
        ],
        [[past, true]],
        [[tonight, false]],
      ]),
    );
  });

  it.each(['newest', 'due'] as const)(
    'goes on where a page ended, by %s, and counts on the first page only',
    async (order) => {
      const whole = (await listed({ order, standing: 'all' })).cases.map(({ row }) => row.id);
      const seen: string[] = [];
      for (let from: WorkListFilter['from'], more = true; more; ) {
        const page = await listed({ order, standing: 'all', limit: 2, ...(from && { from }) });
        expect(page.counts === undefined).toBe(from !== undefined);
        seen.push(...page.cases.map(({ row }) => row.id));
        more = page.more;
        const last = page.cases.at(-1);
        from = last && { at: last.at, id: last.row.id };
      }
      expect(seen).toEqual(whole);
      expect(seen).toHaveLength(Object.keys(cases).length);
    },
  );

  it('goes by the clocks that its reader may see: a report to the NPDB presses on nobody else', async () => {
    const isLate = async (...[role, person]: [Role, string]) => {
      const caller = caseload.caller('resolution-case.list', role, person);
      const [line] = (await listed({ safetyEventId: reportable.safetyEventId }, caller)).cases;
      const late = await listed({ safetyEventId: reportable.safetyEventId, late: 'true' }, caller);
      expect(late.cases).toHaveLength(line?.clocks.length ?? 0);
      return line?.clocks.map(({ kind }) => kind);
    };
    const reportable = { safetyEventId: randomUUID() };
    const id = randomUUID();
    const facts = [one.requested, one.activated].map((fact) => ({ ...fact, data: { ...fact.data, ...reportable } }));
    await caseload.recorded(id, { at: lately }, ...(facts as ResolutionCaseFact[]));
    await caseload.clocked(id, past, 'DL-29');
    await caseload.caughtUp();
    expect(await isLate('risk-manager', rosa)).toEqual(['DL-29']);
    expect(await isLate('claims', leo)).toEqual(['DL-29']);
    expect(await isLate('liaison', leo)).toEqual([]);
  });
});
