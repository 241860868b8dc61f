import { randomUUID } from 'node:crypto';
import { callerOf, may } from '#kernel/access';
import { type Role, secret } from '#kernel/core';
import type { Opener } from '#kernel/privacy';
import { recorded } from '#kernel/readers/testing';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { CaseRecordRow } from '../../case-record/case-record.row.js';
import type { KeptFact } from '../../facts/facts.events.js';
import { activated, leo, requested, rosa, stranger } from '../../resolution-case/resolution-case.examples.js';
import { facts } from './facts.projection.js';
import { ReadFacts, ReadFactsHandler } from './facts.query.js';
import { FactsRow } from './facts.row.js';

const read = { route: 'GET /v1/example', requestId: '0192a000-0000-7000-8000-0000000000f1' };
const org = randomUUID();
const [told, quiet, nothing] = [randomUUID(), randomUUID(), randomUUID()];
const wet = '0192a000-0000-7000-8000-000000000301';
const on = { safetyEventId: requested.data.safetyEventId, entry: wet };
const history: readonly KeptFact[] = [
  { type: 'FactRecorded', data: { ...on, source: 'device_or_log', text: secret('Mopped.'), recordedBy: rosa } },
  {
    type: 'FactClearedForSharing',
    data: {
      ...on,
      words: secret('It was wet.'),
      language: 'en',
      clearedAt: '2026-03-02T10:00:00.000Z',
      clearedBy: rosa,
    },
  },
];

/** Opens every seal as words of its own: what is sealed how is shown where seals are. */
const opener = {
  openAll: async (_tx: unknown, _org: string, sealed: readonly unknown[]) => sealed.map(() => ({ clear: 'Words.' })),
} as unknown as Opener;

describe('the kept facts of a case that is asked for', () => {
  let db: FreshDatabase;
  beforeAll(async () => {
    db = await freshDatabase({ entities: [CaseRecordRow, FactsRow] });
    type Kept = Omit<FactsRow, 'org' | 'id'> | undefined;
    const row = history.reduce<Kept>((kept, fact) => {
      const fold = facts.on[fact.type] as (event: unknown, row: Kept) => Kept;
      return fold(recorded(fact), kept);
    }, undefined);
    const opened = [requested, activated].map((fact) => recorded(fact));
    await db.worker.inOrg(org, async (tx) => {
      for (const id of [told, quiet])
        await tx.manager.insert(CaseRecordRow, { org, id, facts: opened, revision: 2, position: 2 } as never);
      await tx.manager.insert(FactsRow, { ...(row as FactsRow), org, id: told } as never);
    });
  });
  afterAll(() => db?.close());

  const ask = (id: string, role: Role, person: string) => {
    const grant = may([role], 'facts.read');
    if (!grant) throw new Error(`${role} may not read facts`);
    return new ReadFactsHandler(db.api, opener).execute(
      new ReadFacts(id, callerOf(org, person, [role], grant), read, '2026-03-03T09:00:00.000Z'),
    );
  };

  it('are shown with what may be told of them, to the risk manager and to its own liaison', async () => {
    for (const [role, person] of [
      ['risk-manager', stranger],
      ['liaison', leo],
    ] as const)
      expect(await ask(told, role, person)).toMatchObject({
        id: told,
        facts: [
          {
            entry: wet,
            standing: 'cleared',
            recorded: { source: 'device_or_log', text: 'Words.' },
            clearance: { words: 'Words.', language: 'en', clearedBy: rosa },
          },
        ],
      });
  });
  it('are absent for a liaison of another case, as if there were no such case', async () => {
    expect(await ask(told, 'liaison', stranger)).toBeUndefined();
    expect(await ask(nothing, 'risk-manager', rosa)).toBeUndefined();
  });
  it('are none where nobody recorded one', async () =>
    expect(await ask(quiet, 'risk-manager', rosa)).toMatchObject({ id: quiet, revision: 0, facts: [] }));
});
