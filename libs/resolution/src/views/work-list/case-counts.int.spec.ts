import { randomUUID } from 'node:crypto';
import { callerOf, may } from '#kernel/access';
import type { Role } from '#kernel/core';
import { ToldClock } from '#kernel/platform';
import { recorded } from '#kernel/readers/testing';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import {
  activated,
  closed,
  disclosed,
  holdPlaced,
  leo,
  liaisonNamed,
  requested,
  rosa,
  stranger,
  withdrawn,
} from '../../resolution-case/resolution-case.examples.js';
import { CountCases, CountCasesHandler } from './case-counts.query.js';
import { workList } from './work-list.projection.js';
import { ListCases, ListCasesHandler, type WorkListFilter } from './work-list.query.js';
import { WorkListRow } from './work-list.row.js';

const read = { route: 'GET /v1/example', requestId: '0192a000-0000-7000-8000-0000000000f1' };
const org = randomUUID();
const meta = { facility: '0192a000-0000-7000-8000-000000000010', zone: 'America/Chicago' };
const theirs = { ...activated, data: { ...activated.data, members: [stranger], owner: stranger } };
const told = [requested, activated, liaisonNamed, holdPlaced, disclosed] as const;

const HISTORIES: readonly (readonly ResolutionCaseFact[])[] = [
  [requested],
  [requested, activated],
  [requested, theirs],
  [requested, theirs, liaisonNamed],
  told,
  [requested, withdrawn],
  [...told, closed],
];

const rowOf = (facts: readonly ResolutionCaseFact[]): WorkListRow => {
  type Line = Omit<WorkListRow, 'org' | 'id'> | undefined;
  const line = facts.reduce<Line>((before, fact) => {
    const fold = workList.on[fact.type] as (event: unknown, row: Line) => Line;
    return fold(recorded(fact, { meta }), before);
  }, undefined);
  return { ...(line as WorkListRow), org, id: randomUUID() };
};

describe('the counts of the work list', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase({ entities: [WorkListRow] });
    await db.worker.inOrg(org, (tx) => tx.manager.insert(WorkListRow, HISTORIES.map(rowOf)));
  });
  afterAll(() => db?.close());

  const caller = (role: Role, person: string) => {
    const grant = may([role], 'resolution-case.list');
    if (!grant) throw new Error(`${role} sees no list`);
    return callerOf(org, person, [role], grant);
  };
  const counts = (role: Role, person: string, now: string) =>
    new CountCasesHandler(db.api, new ToldClock(now)).execute(new CountCases(caller(role, person), read));
  const listed = async (role: Role, person: string, filter: Partial<WorkListFilter>) => {
    const { rows } = await new ListCasesHandler(db.api).execute(
      new ListCases({ limit: 200, ...filter }, caller(role, person), read),
    );
    return rows.length;
  };

  it('are what they are of these cases', async () => {
    expect(await counts('risk-manager', rosa, '2026-03-02T09:45:00.000Z')).toEqual({
      open: 5,
      new: 4,
      late: 1,
      dueToday: 4,
      mine: 2,
      byStatus: { requested: 1, activated: 3, reviewing: 1, withdrawn: 1, closed: 1 },
    });
    expect(await counts('liaison', leo, '2026-03-02T09:45:00.000Z')).toMatchObject({ open: 3, mine: 3 });
    expect(await counts('auditor', rosa, '2026-03-02T09:45:00.000Z')).toEqual({ open: 5 });
  });

  it('end a day where the case is', async () => {
    // What is owed of the told case until the end of 31 May in Chicago, which is 04:59:59.999 of 1 June in UTC.
    expect(await listed('risk-manager', rosa, { status: 'reviewing', dueOnDayOf: '2026-06-01T04:00:00.000Z' })).toBe(1);
    expect(await listed('risk-manager', rosa, { status: 'reviewing', dueOnDayOf: '2026-05-31T04:59:00.000Z' })).toBe(0);
  });

  it.each([
    '2026-03-02T09:00:00.000Z',
    '2026-03-02T09:45:00.000Z',
    '2026-03-02T10:30:00.000Z',
    '2026-05-31T04:30:00.000Z',
    '2026-06-01T04:30:00.000Z',
    '2026-06-02T04:30:00.000Z',
  ])('are as many as the list answers to the same filter, for everybody, at %s', async (now) => {
    for (const [role, person] of [
      ['risk-manager', rosa],
      ['risk-manager', leo],
      ['liaison', leo],
      ['liaison', stranger],
      ['claims', rosa],
    ] as const) {
      const { byStatus = {}, ...counted } = await counts(role, person, now);
      expect({ role, person, ...counted }).toEqual({
        role,
        person,
        open: await listed(role, person, {}),
        new: await listed(role, person, { fresh: true }),
        late: await listed(role, person, { dueBefore: now }),
        dueToday: await listed(role, person, { dueOnDayOf: now }),
        mine: await listed(role, person, { mine: true }),
      });
      for (const [status, count] of Object.entries(byStatus))
        expect([status, count]).toEqual([status, await listed(role, person, { status: status as never })]);
    }
  });
});
