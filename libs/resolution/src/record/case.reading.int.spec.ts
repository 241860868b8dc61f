import { randomUUID } from 'node:crypto';
import { type Action, callerOf, may } from '#kernel/access';
import type { Role } from '#kernel/core';
import type { Opener } from '#kernel/privacy';
import { recorded } from '#kernel/readers/testing';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
import {
  activated,
  assessed,
  disclosed,
  leo,
  liaisonNamed,
  requested,
  rosa,
  stranger,
} from '../resolution-case/resolution-case.examples.js';
import { ReadCase, ReadCaseHandler } from '../views/case/case.query.js';
import { ReadChronology, ReadChronologyHandler } from '../views/chronology/chronology.query.js';
import { PreviewPatientView, PreviewPatientViewHandler } from '../views/patient-view/patient-view.query.js';
import { resolutionCase } from './case.projection.js';
import { CaseRow } from './case.row.js';

const read = { route: 'GET /v1/example', requestId: '0192a000-0000-7000-8000-0000000000f1' };
const org = randomUUID();
const id = randomUUID();
const changed: ResolutionCaseFact = {
  type: 'LiaisonChanged',
  data: { ...liaisonNamed.data, from: leo, liaison: stranger, changedBy: rosa },
};
const membersChanged: ResolutionCaseFact = {
  type: 'ResponseTeamChanged',
  data: { safetyEventId: requested.data.safetyEventId, members: [rosa], communicationLead: rosa, changedBy: rosa },
};
const facts = [requested, activated, liaisonNamed, disclosed, assessed('severity', 'met'), changed, membersChanged];

/** Opens every seal as words of its own: what is sealed how is shown where seals are. */
const opener = {
  openAll: async (_tx: unknown, _org: string, sealed: readonly unknown[]) => sealed.map(() => ({ clear: 'Words.' })),
} as unknown as Opener;

describe('a case that is asked for', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase({ entities: [CaseRow] });
    type Kept = Omit<CaseRow, 'org' | 'id'> | undefined;
    const row = facts.reduce<Kept>((kept, fact) => {
      const fold = resolutionCase.on[fact.type] as (event: unknown, row: Kept) => Kept;
      return fold(recorded(fact as ResolutionCaseFact), kept);
    }, undefined);
    await db.worker.inOrg(org, (tx) => tx.manager.insert(CaseRow, { ...(row as CaseRow), org, id }));
  });
  afterAll(() => db?.close());

  const caller = (action: Action, role: Role, person: string) => {
    const grant = may([role], action);
    if (!grant) throw new Error(`${role} may not ${action}`);
    return callerOf(org, person, [role], grant);
  };
  const page = (role: Role, person: string) =>
    new ReadCaseHandler(db.api, opener).execute(new ReadCase(id, caller('resolution-case.read', role, person), read));
  const chronology = (role: Role, person: string, form: 'full' | 'share-safe') =>
    new ReadChronologyHandler(db.api, opener).execute(
      new ReadChronology(id, form, caller('resolution-case.read', role, person), read),
    );
  const preview = (role: Role, person: string) =>
    new PreviewPatientViewHandler(db.api, opener).execute(
      new PreviewPatientView(id, caller('resolution-case.preview', role, person), read),
    );

  it('is shown to who is on its team now, and not to who was', async () => {
    expect(await page('liaison', stranger)).toMatchObject({
      liaison: stranger,
      team: [rosa, stranger],
      withheldLabels: ['LEGAL'],
    });
    expect(await page('liaison', leo)).toBeUndefined();
    expect(await chronology('liaison', leo, 'share-safe')).toBeUndefined();
    expect(await preview('liaison', leo)).toBeUndefined();
    expect(await preview('liaison', stranger)).toBeDefined();
  });

  it('says no more than that it is there to who sees no field of it', async () => {
    const seen = await page('auditor', rosa);
    expect(Object.keys(seen as object).sort()).toEqual(['id', 'position', 'revision', 'timeline', 'withheldLabels']);
    expect(await chronology('auditor', rosa, 'share-safe')).toMatchObject({ steps: [] });
  });

  it('gives the patient their own fields, whoever asks', async () => {
    const said = { apology: 'empathy', factIds: [], factsTold: 'Words.' };
    const at = '2026-03-02T09:00:00.000Z';
    const steps = [{ at, type: 'InitialDisclosureHeld', said }];
    expect(await chronology('risk-manager', rosa, 'share-safe')).toMatchObject({ steps });
    expect(await preview('risk-manager', rosa)).toMatchObject({ view: { told: steps } });
    const full = await chronology('risk-manager', rosa, 'full');
    expect((full as { steps: readonly unknown[] }).steps).toHaveLength(facts.length);
  });
});
