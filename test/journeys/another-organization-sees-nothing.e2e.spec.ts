import { randomUUID } from 'node:crypto';
import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

interface Table {
  readonly name: string;
  readonly tenanted: boolean;
  readonly forced: boolean;
  readonly policies: readonly string[];
}

/** Every table and view of ours, whether it has a column `org`, and what guards its rows. */
const TABLES = `
select format('%I.%I', n.nspname, c.relname) as name,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org' and not a.attisdropped) as tenanted,
       c.relrowsecurity and c.relforcerowsecurity as forced,
       array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_|^information_schema$'
 order by 1`;

/** Positions, hashes and the names of migrations: nothing of any organization's. */
const OF_NOBODY = [
  'backup.restores',
  'effects.holds',
  'ledger.blocks',
  'ledger.ledgers',
  'platform.migrations',
  'privacy.master_keys',
  'readers.checkpoints',
];

/** Tables that the api has no right to at all. */
const NOT_THE_APIS: readonly string[] = [
  'access.reads',
  'gate.floods',
  'gate.submissions',
  'readers.beside_withheld',
  'readers.skips',
  'readers.switches',
];

/** What a column of a name or a type is filled with, where a table holds rows in times of trouble only. */
const FILLINGS: Readonly<Record<string, string>> = {
  slot: "'next'",
  act: "'switch'",
  uuid: 'gen_random_uuid()',
  text: "'planted'",
  smallint: '1',
  integer: '1',
  bigint: '1',
  boolean: 'false',
  jsonb: "'{}'",
  bytea: "''",
  'timestamp with time zone': 'now()',
};

/** The columns of a table that must be given a value. $1 table. */
const NEEDED = `
select a.attname::text as name, format_type(a.atttypid, null) as type from pg_attribute a
 where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
   and a.attidentity = '' and a.attname <> 'org'`;

const STEPS: readonly (readonly [string, object])[] = [
  ['triage', aRating()],
  ['confirmation', {}],
  ['closure', { disposition: 'reviewed' }],
  ['voiding', { reason: 'test' }],
];

/** PostgreSQL's own "you may not", and ours for "you did not say for whom". */
const DENIED = '42501';
const NO_ORGANIZATION = 'FT001';

let journey: Journey;
let riverside: string;
let lakeside: string;
let manager: Client;
let stranger: Client;
let nurse: Client;
let nurses: ReceiptAnswer;
let managers: ReceiptAnswer;
let lakes: ReceiptAnswer;
let tenanted: string[];

const tables = (): Promise<Table[]> => journey.database.owner.call<Table>({ text: TABLES });

/** All that an answer says, but for what differs from moment to moment. */
const bytes = ({ status, headers, text }: Answer) => ({
  status,
  text,
  headers: [...headers].filter(([name]) => name !== 'x-request-id' && name !== 'date').sort(),
});

/** The code with which PostgreSQL refuses something, or what it answered. */
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.catch(({ code, message }: { code?: string; message: string }) => code ?? message);

/** How many rows of ours a table holds. */
const rowsOf = async (name: string): Promise<number> => {
  const [row] = await journey.database.owner.inOrg(riverside, (tx) =>
    tx.query<{ rows: number }>(`select count(*)::int as rows from ${name} where org = $1`, [riverside]),
  );
  return row?.rows ?? Number.NaN;
};

/** Puts a row of ours into a table that has none. */
const plant = async (name: string): Promise<void> => {
  const columns = await journey.database.owner.call<{ name: string; type: string }>({ text: NEEDED, values: [name] });
  const values = columns.map((column) => FILLINGS[column.name] ?? FILLINGS[column.type]);
  const names = ['org', ...columns.map((column) => column.name)];
  const text = `insert into ${name} (${names}) values (${['$1', ...values]})`;
  await journey.database.owner.inOrg(riverside, (tx) => tx.query(text, [riverside]));
};

const idsIn = (answer: Answer): string[] => answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id);

beforeAll(async () => {
  journey = await Journey.begin();
  riverside = journey.persona('reporter').org;
  lakeside = journey.persona('lakeside-reporter').org;
  manager = await journey.as('risk-manager');
  stranger = await journey.as('lakeside-risk-manager');
  nurse = await journey.as('reporter');
  const fall = aFall(journey.persona('reporter').facility);
  nurses = await nurse.done('/v1/safety-events', fall);
  managers = await manager.done('/v1/safety-events', { ...fall, harmReported: 'severe' }); // which is paged and mailed
  lakes = await stranger.done('/v1/safety-events', aFall(journey.persona('lakeside-reporter').facility));
  await journey.readersAtHead();
  await journey.database.owner.inOrg(riverside, (tx) =>
    tx.query(`insert into ledger.claims (org, scope, key, ledger, position) values ($1, 'a-test', 'a-key', 1, 1)`, [
      riverside,
    ]),
  );
  tenanted = (await tables()).filter((table) => table.tenanted).map(({ name }) => name);
  await eventually(async () => expect(await rowsOf('effects.mailbox')).toBeGreaterThan(0));
  for (const name of tenanted.filter((one) => one !== 'access.reads'))
    if ((await rowsOf(name)) === 0) await plant(name);
});
afterAll(() => journey?.end());

describe('the risk manager of another organization', () => {
  it('reads a record of ours exactly as one that never was', async () => {
    const [ours, absent] = await Promise.all(
      [nurses.id, randomUUID()].map((id) => stranger.get(`/v1/safety-events/${id}?after=${nurses.position}`)),
    );
    expect(ours?.status).toBe(404);
    expect(bytes(ours as Answer)).toEqual(bytes(absent as Answer));
  });

  it('is told of a record of ours to come back, exactly as of one that never was, where the view is behind', async () => {
    const far = (await journey.head()) + 1_000;
    const [ours, absent] = await Promise.all(
      [nurses.id, randomUUID()].map((id) => stranger.get(`/v1/safety-events/${id}?after=${far}`)),
    );
    expect(ours?.status).toBe(202);
    expect(ours?.headers.get('retry-after')).toBe('1');
    expect(bytes(ours as Answer)).toEqual(bytes(absent as Answer));
  });

  it.each(STEPS)('is told of our record by %s exactly what an absent one tells', async (step, body) => {
    const before = await journey.head();
    for (const revision of ['', '"1"', '"7"']) {
      const [ours, absent] = await Promise.all(
        [nurses.id, randomUUID()].map((id) =>
          stranger.post(`/v1/safety-events/${id}/${step}`, body, { 'if-match': revision }),
        ),
      );
      expect(ours?.status).toBeGreaterThanOrEqual(400);
      expect(bytes(ours as Answer)).toEqual(bytes(absent as Answer));
    }
    expect(await journey.head()).toBe(before);
  });

  it('finds in the list what is theirs and nothing of ours, however they filter', async () => {
    expect(idsIn(await stranger.get('/v1/safety-events?limit=200'))).toEqual([lakes.id]);
    const { facility } = journey.persona('reporter');
    expect(idsIn(await stranger.get(`/v1/safety-events?facilityId=${facility}`))).toEqual([]);
  });

  it('finds none of our facilities', async () => {
    const { text } = await stranger.get('/v1/facilities');
    expect(text).toContain(journey.persona('lakeside-reporter').facility);
    expect(text).not.toContain(journey.persona('reporter').facility);
  });
});

describe('the database', () => {
  it('guards every table that has a column for the organization, and knows all that have none', async () => {
    const all = await tables();
    expect(all.filter((table) => !table.tenanted).map(({ name }) => name)).toEqual(OF_NOBODY);
    expect(tenanted.length).toBeGreaterThan(8);
    for (const table of all.filter(({ name }) => tenanted.includes(name)))
      expect(table).toMatchObject({ forced: true, policies: ['of_all_organizations', 'of_one_organization'] });
  });

  it('holds rows of ours in each of them, so that the rest of this proves something', async () => {
    for (const name of tenanted.filter((one) => one !== 'access.reads')) {
      expect({ name, empty: (await rowsOf(name)) === 0 }).toEqual({ name, empty: false });
    }
  });

  it('shows the api nothing of ours while it serves the other organization', async () => {
    for (const name of tenanted) {
      const seen = await refusalOf(
        journey.database.api.inOrg(lakeside, (tx) => tx.query(`select * from ${name} where org <> $1`, [lakeside])),
      );
      expect({ name, seen }).toEqual({ name, seen: NOT_THE_APIS.includes(name) ? DENIED : [] });
    }
  });

  it('refuses the api every one of them while no organization is told', async () => {
    for (const name of tenanted) {
      const seen = await refusalOf(journey.database.api.call({ text: `select * from ${name}` }));
      expect({ name, seen }).toEqual({ name, seen: NOT_THE_APIS.includes(name) ? DENIED : NO_ORGANIZATION });
    }
  });

  it('lets the api write nothing into our rows while it serves the other organization', async () => {
    const written = (statement: string) =>
      refusalOf(journey.database.api.inOrg(lakeside, (tx) => tx.query(statement, [riverside])));
    const key = `insert into privacy.keys (org, subject, wrapped) values ($1, 'person-x', '\\x00')`;
    const lookup = `insert into privacy.lookups (org, scope, hash, subject) values ($1, 'x', '\\x00', 'person-x')`;
    const read = `insert into access.reads (org, actor, action, route, request_id, streams, labels, count, result)
      values ($1, 'staff/-/auditor', 'x', 'x', 'x', '{}', '{}', 0, 'shown')`;
    for (const statement of [key, lookup, read]) expect(await written(statement)).toBe(DENIED);
  });

  it.each(['insert into', 'update', 'delete from', 'truncate'])(
    'gives the api no other way than the append to %s the ledger or a view',
    async (verb) => {
      for (const name of tenanted.filter((one) => /^(ledger|views)\./.test(one))) {
        const rest = { 'insert into': 'default values', update: 'set org = org' }[verb] ?? '';
        const done = await refusalOf(
          journey.database.api.inOrg(riverside, (tx) => tx.query(`${verb} ${name} ${rest}`)),
        );
        expect({ name, done }).toEqual({ name, done: DENIED });
      }
    },
  );
});

describe('within one organization', () => {
  it('a reporter reads and lists her own reports only', async () => {
    expect(idsIn(await nurse.get('/v1/safety-events?limit=200'))).toEqual([nurses.id]);
    expect((await nurse.get(`/v1/safety-events/${nurses.id}`)).status).toBe(200);
    const [theirs, absent] = await Promise.all(
      [managers.id, randomUUID()].map((id) => nurse.get(`/v1/safety-events/${id}`)),
    );
    expect(bytes(theirs as Answer)).toEqual(bytes(absent as Answer));
  });

  it('a reporter may take no step of a risk manager', async () => {
    for (const [step, body] of STEPS)
      expect((await nurse.post(`/v1/safety-events/${nurses.id}/${step}`, body)).status).toBe(403);
  });

  it('an analyst may neither read, nor list, nor report', async () => {
    const analyst = await journey.as('analyst');
    const answers = [
      await analyst.get(`/v1/safety-events/${nurses.id}`),
      await analyst.get('/v1/safety-events'),
      await analyst.post('/v1/safety-events', aFall(journey.persona('analyst').facility)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    for (const answer of answers) expect(answer.json()).toMatchObject({ type: '/problems/access/not-allowed' });
  });

  it('an auditor sees that records are there, when they changed and by whom, and no field of them', async () => {
    const auditor = await journey.as('auditor');
    const record = (await auditor.get(`/v1/safety-events/${nurses.id}`)).json();
    expect(Object.keys(record).sort()).toEqual(['history', 'id', 'position', 'revision']);
    expect(record.history).toEqual([expect.objectContaining({ type: 'SafetyEventReported', meta: {} })]);
    const list = (await auditor.get('/v1/safety-events')).json<{ items: object[] }>();
    expect(list.items).toHaveLength(2);
    for (const line of list.items)
      expect(Object.keys(line).sort()).toEqual(['eventAt', 'eventPrecision', 'id', 'reportedAt', 'revision']);
  });

  it('an auditor finds nothing out by filters on what they may not see', async () => {
    const auditor = await journey.as('auditor');
    for (const filter of ['status=reported', 'harmReported=moderate', 'category=fall', 'flag=event_type_unanswered']) {
      const refused = await auditor.get(`/v1/safety-events?${filter}`);
      expect(refused.status).toBe(400);
      expect(refused.json()).toMatchObject({ errors: [{ field: filter.split('=')[0] }] });
    }
    expect((await auditor.get('/v1/safety-events?reportedFrom=2020-01-01T00:00:00Z')).status).toBe(200);
  });

  it('nobody gets in without a token, or with one that is not ours', async () => {
    const path = `/v1/safety-events/${nurses.id}`;
    for (const authorization of ['', 'Bearer nonsense', `Bearer ${manager.token.slice(0, -4)}AAAA`, 'Basic eDp5'])
      expect((await manager.get(path, { authorization })).status).toBe(401);
  });
});

describe('the record of reads', () => {
  const readOf = async (answer: Answer): Promise<unknown> => {
    const [row] = await journey.database.owner.across((tx) =>
      tx.query(
        `select org, person, action, route, result, streams, labels, count from access.reads where request_id = $1`,
        [answer.headers.get('x-request-id')],
      ),
    );
    return row;
  };
  const stream = () => `safety-event-${nurses.id}`;

  it('tells who read a record, and which labels they were shown', async () => {
    expect(await readOf(await manager.get(`/v1/safety-events/${nurses.id}`))).toEqual({
      org: riverside,
      person: journey.persona('risk-manager').person,
      action: 'safety-event.read',
      route: 'GET /v1/safety-events/:id',
      result: 'shown',
      streams: [stream()],
      labels: ['OPER', 'PHI', 'SHARED'],
      count: 1,
    });
  });

  it('tells every record that a list showed', async () => {
    const list = await manager.get('/v1/safety-events?limit=200');
    expect(await readOf(list)).toMatchObject({
      action: 'safety-event.list',
      result: 'shown',
      streams: idsIn(list).map((id) => `safety-event-${id}`),
      count: 2,
    });
  });

  it('tells no more records than the list showed', async () => {
    const page = await manager.get('/v1/safety-events?limit=1');
    expect(await readOf(page)).toMatchObject({ streams: idsIn(page).map((id) => `safety-event-${id}`), count: 1 });
  });

  it('tells who asked for what is not there, or not theirs, in the organization of the one who asked', async () => {
    expect(await readOf(await stranger.get(`/v1/safety-events/${nurses.id}`))).toMatchObject({
      org: lakeside,
      person: journey.persona('lakeside-risk-manager').person,
      result: 'absent',
      streams: [stream()],
      labels: [],
    });
    expect(await readOf(await nurse.get(`/v1/safety-events/${managers.id}`))).toMatchObject({ result: 'absent' });
  });

  it('tells who asked for what they may not do', async () => {
    const analyst = await journey.as('analyst');
    expect(await readOf(await analyst.get('/v1/safety-events'))).toMatchObject({
      org: riverside,
      person: journey.persona('analyst').person,
      action: 'safety-event.list',
      result: 'refused',
    });
    expect(await readOf(await nurse.post(`/v1/safety-events/${nurses.id}/triage`, aRating()))).toMatchObject({
      person: journey.persona('reporter').person,
      action: 'safety-event.triage',
      result: 'refused',
    });
  });

  it('cannot be changed, not even by its owner', async () => {
    for (const statement of ['update access.reads set count = 0', 'delete from access.reads', 'truncate access.reads'])
      expect(await refusalOf(journey.database.owner.across((tx) => tx.query(statement)))).toBe('FT002');
  });
});
