import { type AddressInfo, connect } from 'node:net';
import { Body, Controller, Get, type INestApplication, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsIn } from 'class-validator';
import { AccessGuard, Allow, Members, type RefusedAct, RefusedActs, RoleCache, TokenVerifier } from '#kernel/access';
import { seconds, testIssuer } from '#kernel/access/testing';
import { instant, type Role, refuse } from '#kernel/core';
import { type Receipt, StaleRevision } from '#kernel/ledger';
import { type Logger, logger } from '#kernel/platform';
import { caughtUpTo } from './after-position.js';
import { Changes, Creates, type Shown, Shows } from './answers.js';
import { type CommandRequest, CurrentCommand } from './command-request.js';
import { PageQuery, readCursor, writeCursor } from './cursor.js';
import { edge, routeFaults } from './edge.js';
import { createFastifyAdapter } from './fastify.js';
import { Absent, IsId, IsInstantWithZone, IsListOf, IsNested, IsText } from './fields.js';
import { openApiDocument, serveOpenApi } from './openapi.js';
import { CurrentRead, type ReadRequest } from './read-request.js';

const ORG = '018f0000-0000-7000-8000-000000000001';
const KNOWN = '018f0000-0000-7000-8000-0000000000e1';
const RITA = '018f0000-0000-7000-8000-0000000000a1';
const AUDITOR = '018f0000-0000-7000-8000-0000000000b1';
const STRANGER = '018f0000-0000-7000-8000-0000000000c1';
const ROLES: Record<string, Role[]> = { [RITA]: ['risk-manager'], [AUDITOR]: ['auditor'] };

class Moment {
  @IsInstantWithZone()
  value: string;

  @IsIn(['exact', 'day'])
  precision: 'exact' | 'day';
}

class ReportRequest {
  @IsIn(['incident', 'near-miss'])
  eventClass: 'incident' | 'near-miss';

  @IsText(100)
  narrative: string;

  @Absent()
  @IsNested(() => Moment)
  eventAt?: Moment;

  @Absent()
  @IsListOf(() => Moment, 2)
  seen?: Moment[];
}

class RecordParams {
  @IsId()
  id: string;
}

class RecordBody {
  @IsText(100)
  id: string;
}

const receipt = (revision: number): Receipt => ({ ledger: 1, stream: `safety-event-${KNOWN}`, revision, position: 41 });

@Controller('v1/safety-events')
class ReportController {
  @Post()
  @Allow('safety-event.report')
  @Creates('/v1/safety-events')
  report(@Body() _: ReportRequest, @CurrentCommand() __: CommandRequest): Receipt {
    return receipt(1);
  }
}

@Controller('v1/safety-events')
class TriageController {
  @Post(':id/triage')
  @Allow('safety-event.triage')
  @Changes()
  triage(@Param() { id }: RecordParams, @CurrentCommand() command: CommandRequest): Receipt {
    if (id !== KNOWN) refuse('safety-event/not-found', 'There is no such record.');
    if (command.expected !== undefined && command.expected !== 2) throw new StaleRevision(2);
    return receipt(3);
  }
}

@Controller('v1/safety-events')
class ListController {
  @Get()
  @Allow('safety-event.list')
  @Shows(RecordBody)
  async list(@Query() query: PageQuery, @CurrentRead() read: ReadRequest): Promise<Shown<object>> {
    const cursor = readCursor(query.cursor, instant());
    const progress = await caughtUpTo(query.after, async (position) => (position > 41 ? 'behind' : 'caught-up'));
    const next = writeCursor({ key: '2026-03-02T09:00:00.000Z', id: KNOWN });
    return { body: { limit: query.limit, cursor, role: read.caller.actor.role, route: read.route }, next, progress };
  }
}

@Controller()
class HealthController {
  @Get('health/live')
  @Allow('anyone')
  live(): object {
    return { status: 'up' };
  }

  @Get('broken')
  @Allow('anyone')
  broken(): never {
    throw new Error("duplicate key: 'planted words'");
  }
}

class Roster extends Members {
  override async rolesOf(_org: string, personId: string) {
    const roles = ROLES[personId];
    return roles && { roles };
  }

  override async holdersOf() {
    return [];
  }
}

class Remembered extends RefusedActs {
  readonly acts: RefusedAct[] = [];

  override async record(act: RefusedAct) {
    this.acts.push(act);
  }
}

/** Headers of which some were taken back. */
const given = (headers: object) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));

const startApp = async () => {
  const issuer = await testIssuer(ORG, RITA);
  const remembered = new Remembered();
  @Module({
    controllers: [ReportController, TriageController, ListController, HealthController],
    providers: [
      AccessGuard,
      { provide: TokenVerifier, useValue: new TokenVerifier([issuer.trusted]) },
      { provide: RoleCache, useValue: new RoleCache(new Roster()) },
      { provide: RefusedActs, useValue: remembered },
    ],
  })
  class SmallModule {}
  const lines: object[] = [];
  const log = logger('info', 'test');
  const heard = { ...log, info: (line: object) => lines.push(line), error: (line: object) => lines.push(line) };
  const adapter = createFastifyAdapter(heard as unknown as Logger);
  const app = await NestFactory.create<NestFastifyApplication>(SmallModule, adapter, { logger: false });
  edge(app, heard as unknown as Logger);
  serveOpenApi(app, openApiDocument(app, '0.1.0'));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, issuer, lines, remembered };
};

describe('The edge', () => {
  let app: NestFastifyApplication;
  let issuer: Awaited<ReturnType<typeof startApp>>['issuer'];
  let lines: object[];
  let remembered: Remembered;
  let signedIn: { authorization: string };

  beforeAll(async () => {
    ({ app, issuer, lines, remembered } = await startApp());
    signedIn = { authorization: `Bearer ${await issuer.sign()}` };
  });
  afterAll(() => app.close());

  const get = (url: string, headers: object = signedIn) => app.inject({ method: 'GET', url, headers: { ...headers } });
  const post = (url: string, payload: string | Buffer | undefined, headers: object = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: given({ ...signedIn, 'idempotency-key': 'k1', 'content-type': 'application/json', ...headers }),
      ...(payload !== undefined && { payload }),
    });
  const report = (body: object | string | Buffer, headers: object = {}) =>
    post(
      '/v1/safety-events',
      typeof body === 'object' && !Buffer.isBuffer(body) ? JSON.stringify(body) : body,
      headers,
    );
  const good = { eventClass: 'incident', narrative: 'He fell on the way to the bath.' };

  describe('asks who you are', () => {
    it('and lets anyone see what is for anyone', async () => {
      expect((await get('/health/live', {})).statusCode).toBe(200);
    });

    it('and says so in a problem, with the header that clients look for', async () => {
      const answer = await get('/v1/safety-events', {});
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(answer.json()).toMatchObject({ type: '/problems/access/unauthenticated', status: 401 });
    });

    it.each([
      ['without end', { exp: undefined }],
      ['for ten years', { exp: seconds(315_000_000) }],
      ['from the future', { iat: seconds(3_600), exp: seconds(3_900) }],
      ['expired', { exp: seconds(-60) }],
      ['from another issuer', { iss: 'https://other.example' }],
      ['for another audience', { aud: 'payroll' }],
    ])('and takes no token %s', async (_, claims) => {
      const answer = await get('/v1/safety-events', { authorization: `Bearer ${await issuer.sign(claims)}` });
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['www-authenticate']).toMatch('error="invalid_token"');
    });

    it('and takes no token that is unsigned, signed by others, for another use, or none at all', async () => {
      const tokens = [
        issuer.unsigned(),
        await issuer.shared(),
        await issuer.forge(),
        await issuer.sign({}, 'JWT'),
        'x',
        '',
      ];
      for (const authorization of [...tokens.map((token) => `Bearer ${token}`), 'Basic YTpi', ''])
        expect((await get('/v1/safety-events', { authorization })).statusCode).toBe(401);
    });

    it('and refuses what your roles do not allow, and remembers it', async () => {
      for (const sub of [AUDITOR, STRANGER]) {
        const answer = await report(good, { authorization: `Bearer ${await issuer.sign({ sub })}` });
        expect(answer.statusCode).toBe(403);
        expect(answer.json()).toMatchObject({ type: '/problems/access/not-allowed' });
      }
      expect(remembered.acts).toMatchObject([
        { org: ORG, personId: AUDITOR, action: 'safety-event.report', route: 'POST /v1/safety-events' },
        { personId: STRANGER },
      ]);
    });
  });

  describe('answers commands', () => {
    it('that create with 201, a location, a receipt and its tag', async () => {
      const answer = await report({ ...good, eventAt: { value: '2026-03-02T09:00:00-05:00', precision: 'exact' } });
      expect(answer.statusCode).toBe(201);
      expect(answer.headers).toMatchObject({
        location: `/v1/safety-events/${KNOWN}`,
        etag: '"1"',
        'cache-control': 'no-store',
      });
      expect(answer.json()).toEqual({ stream: `safety-event-${KNOWN}`, id: KNOWN, revision: 1, position: 41 });
    });

    it('that change with 200, of the revision they name', async () => {
      const triage = (headers: object) => post(`/v1/safety-events/${KNOWN.toUpperCase()}/triage`, undefined, headers);
      expect((await triage({ 'if-match': '"2"' })).statusCode).toBe(200);
      expect((await triage({ 'if-match': '"1"' })).json()).toMatchObject({ status: 412, revision: 2 });
      expect((await triage({ 'if-match': '2' })).json()).toMatchObject({
        status: 400,
        errors: [{ field: 'If-Match' }],
      });
      expect((await triage({ 'idempotency-key': undefined })).json().errors[0].field).toBe('Idempotency-Key');
    });
  });

  describe('answers queries', () => {
    it('by pages that link to the next one', async () => {
      const first = await get('/v1/safety-events?limit=2&after=41');
      expect(first.json()).toEqual({ limit: 2, role: 'risk-manager', route: 'GET /v1/safety-events' });
      const link = /^<(.+)>; rel="next"$/.exec(String(first.headers.link))?.[1] ?? '';
      expect(link).toMatch(/^\/v1\/safety-events\?limit=2&cursor=/);
      expect((await get(link)).json().cursor).toEqual({ key: '2026-03-02T09:00:00.000Z', id: KNOWN });
    });

    it('with fifty rows if nothing is said, and 202 while the view is behind', async () => {
      expect((await get('/v1/safety-events')).json().limit).toBe(50);
      const behind = await get('/v1/safety-events?after=42');
      expect(behind.statusCode).toBe(202);
      expect(behind.headers['retry-after']).toBe('1');
    });

    it.each([
      'limit=0',
      'limit=201',
      'limit=',
      'limit=1e2',
      'limit=1&limit=2',
      'cursor=x',
      'cursor=%00',
      'after=-1',
      'limit[a]=1',
      'wild=1',
    ])('naming the parameter that is wrong: %s', async (query) => {
      const answer = await get(`/v1/safety-events?${query}`);
      expect(answer.statusCode).toBe(400);
      expect(query).toMatch(answer.json().errors[0].field);
    });
  });

  describe('refuses hostile bodies with a problem that names the field', () => {
    const narrative = (value: string) => `{"eventClass":"incident","narrative":${value}}`;
    it.each([
      ['NUL', narrative('"a\\u0000b"'), 'narrative'],
      ['a lone surrogate', narrative('"\\ud800"'), 'narrative'],
      ['a duplicate key', '{"eventClass":"incident","eventClass":"near-miss"}', 'eventClass'],
      ['arrays 2,000 deep', `{"seen":${'['.repeat(2000)}${']'.repeat(2000)}}`, 'seen'],
      ['an unknown field', JSON.stringify({ ...good, admin: true }), 'admin'],
      [
        'an unknown field further in',
        JSON.stringify({ ...good, eventAt: { value: '2026-03-02T09:00:00Z', precision: 'day', by: 1 } }),
        'eventAt.by',
      ],
      ['null for a required field', narrative('null'), 'narrative'],
      ['null for an absent one', JSON.stringify({ ...good, eventAt: null }), 'eventAt'],
      ['a number for text', narrative('12'), 'narrative'],
      ['blanks for text', narrative('"   "'), 'narrative'],
      ['too long a text', narrative(`"${'x'.repeat(101)}"`), 'narrative'],
      [
        'a date without zone',
        JSON.stringify({ ...good, eventAt: { value: '2026-03-02T09:00:00', precision: 'day' } }),
        'eventAt.value',
      ],
      ['a list for an object', JSON.stringify({ ...good, eventAt: [] }), 'eventAt'],
      ['too long a list', JSON.stringify({ ...good, seen: [{}, {}, {}] }), 'seen'],
      ['an item that is no object', JSON.stringify({ ...good, seen: [1] }), 'seen'],
      ['an item with a fault', JSON.stringify({ ...good, seen: [{ value: 'x', precision: 'day' }] }), 'seen.0.value'],
      ['a name that reaches for the prototype', '{"__proto__":{"admin":true}}', '__proto__'],
    ])('%s', async (_, body, field) => {
      const answer = await report(body);
      expect(answer.statusCode).toBe(400);
      expect(
        answer
          .json()
          .errors.map((error: { field: string }) => error.field)
          .join(' '),
      ).toMatch(field);
    });

    it.each([
      ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), {}, 400],
      ['a list', '[]', {}, 400],
      ['a text', '"text"', {}, 400],
      ['half of a body', '{"eventClass":', {}, 400],
      ['nothing at all', undefined, {}, 400],
      ['2 MB', Buffer.alloc(2_000_000, 0x20), {}, 413],
      ['another charset', '{}', { 'content-type': 'application/json; charset=latin1' }, 415],
      ['another type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['plain text', '{}', { 'content-type': 'text/plain' }, 415],
      ['no type', '{}', { 'content-type': undefined }, 415],
      ['a broken type', '{}', { 'content-type': 'application' }, 415],
      ['a compressed body', '{}', { 'content-encoding': 'gzip' }, 415],
    ])('%s', async (_, body, headers, status) => {
      const answer = await post('/v1/safety-events', body, headers);
      expect(answer.statusCode).toBe(status);
      expect(answer.json().status).toBe(status);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
    });
  });

  it('answers alike for what is not there and what is not yours, and names the request in a header only', async () => {
    const unknown = await get('/v1/nothing/here');
    const foreign = await post(`/v1/safety-events/${STRANGER}/triage`, undefined);
    expect(unknown.statusCode).toBe(404);
    expect(foreign.body).toBe(unknown.body);
    expect(Object.keys(foreign.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
    expect(unknown.body).not.toMatch(String(unknown.headers['x-request-id']));
  });

  it('keeps an id that a client gives its request, where it is one', async () => {
    const told = { 'x-request-id': KNOWN.toUpperCase() };
    expect((await get('/health/live', told)).headers['x-request-id']).toBe(KNOWN);
    const forged = await get('/health/live', { 'x-request-id': 'admin login ok' });
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers a malformed path as it answers everything', async () => {
    for (const url of ['/v1/safety-events/%E0%A4%A/triage', `/v1/safety-events/${'9'.repeat(300)}/triage`]) {
      const answer = await post(url, undefined);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
      expect(answer.headers['content-type']).toMatch('application/problem+json');
    }
  });

  it('answers even bytes that are no request', async () => {
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const exchange = (bytes: string) =>
      new Promise<string>((answered) => {
        let heard = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        socket.on('data', (data) => {
          heard += data;
        });
        socket.on('close', () => answered(heard));
      });
    expect(await exchange('NONSENSE\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"status":400/,
    );
    const tooMany = `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`;
    expect(await exchange(tooMany)).toMatch(/^HTTP\/1\.1 431 [\s\S]*"status":431/);
  });

  it('says nothing of what broke inside', async () => {
    const answer = await get('/broken');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/planted|duplicate|at /);
  });

  it('logs routes and ids: no queries, no bodies, no tokens, nobody who reported', async () => {
    lines.length = 0;
    await get('/v1/safety-events?cursor=planted-word');
    await report({ ...good, narrative: 'planted-word' });
    expect(lines).toMatchObject([
      { route: 'GET /v1/safety-events', status: 400, org: ORG, role: 'risk-manager' },
      { route: 'POST /v1/safety-events', status: 201 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/planted-word|Bearer|eyJ/);
    expect(JSON.stringify(lines)).not.toContain(RITA);
  });

  describe('describes itself', () => {
    it('in OpenAPI 3.1, from the decorators that validate', async () => {
      const document = (await get('/openapi.json', {})).json();
      expect(document.openapi).toBe('3.1.0');
      expect(document.components.schemas.ReportRequest).toMatchObject({
        required: ['eventClass', 'narrative'],
        properties: {
          eventClass: { type: 'string', enum: ['incident', 'near-miss'] },
          narrative: { type: 'string', maxLength: 100 },
          eventAt: { $ref: '#/components/schemas/Moment' },
          seen: { type: 'array', items: { $ref: '#/components/schemas/Moment' } },
        },
      });
      const { get: list, post: create } = document.paths['/v1/safety-events'];
      expect(list.parameters).toContainEqual(
        expect.objectContaining({
          name: 'limit',
          in: 'query',
          required: false,
          schema: expect.objectContaining({ maximum: 200, default: 50 }),
        }),
      );
      expect(create).toMatchObject({ 'x-allow': 'safety-event.report', operationId: 'Report.report' });
      expect(create.responses.default.content['application/problem+json']).toBeDefined();
      expect(document.paths['/health/live'].get.security).toEqual([]);
      expect(document.security).toEqual([{ bearer: [] }]);
    });

    it('the same every time', () => {
      expect(JSON.stringify(openApiDocument(app, '0.1.0'))).toBe(JSON.stringify(openApiDocument(app, '0.1.0')));
    });

    it('on pages of our own that a browser may run', async () => {
      const page = await get('/docs', {});
      expect(page.statusCode).toBe(200);
      expect(page.headers['content-security-policy']).toMatch("script-src 'self'");
      expect(page.body).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
      expect((await get('/docs/swagger-ui-bundle.js', {})).statusCode).toBe(200);
    });
  });

  it('does not start with a route that is open by mistake, or an input that nothing checks', async () => {
    @Controller('careless')
    class CarelessController {
      @Get(':id')
      read(@Param('id') _: string): void {}

      @Post()
      @Allow('anyone')
      write(@Body() _: object): void {}
    }
    @Module({ controllers: [CarelessController] })
    class CarelessModule {}
    const careless: INestApplication = await NestFactory.create(
      CarelessModule,
      createFastifyAdapter(logger('silent', 't')),
      {
        logger: false,
      },
    );
    expect(routeFaults(careless)).toEqual([
      'CarelessController.read has no @Allow',
      'CarelessController.read @Param has no class that it is checked against',
      'CarelessController.write @Body has no class that it is checked against',
    ]);
    expect(() => edge(careless, logger('silent', 't'))).toThrow('may not start');
    await careless.close();
  });
});
