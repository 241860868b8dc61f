import { createHash, randomUUID } from 'node:crypto';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ArrayMaxSize, IsIn } from 'class-validator';
import fc from 'fast-check';
import { AccessGuard, Members, RefusedActs, RoleCache, TokenVerifier } from '#kernel/access';
import { Absent, createFastifyAdapter, edge, type FormBody, IsId, IsText, type PageAnswer } from '#kernel/http';
import { type Logger, logger } from '#kernel/platform';
import { AddressLimits } from './address-limits.js';
import { checkedForm, FromCheckboxes, FromYesNo, saidAll } from './checked-form.js';
import { Floods, type Taken } from './floods.js';
import { newFormKey } from './form-key.js';
import { DEFAULT_LIMITS, type GateLimits } from './gate-limits.js';
import { CurrentReading, type Reading } from './pages/language.js';
import { PublicFacilities, type PublicFacility } from './public-facilities.js';
import { PublicGate } from './public-gate.js';
import { CurrentPublicRequest, type PublicRequest, publicEnvelope, SubmittedForm } from './public-request.js';
import { PublicForm, PublicJson, PublicPage } from './public-route.js';
import { Randomness, SystemRandomness } from './randomness.js';
import { samplePage } from './testing/index.js';

const MARY: PublicFacility = { id: randomUUID(), name: 'St. Mary', org: randomUUID(), phone: '312-555-0142' };

class Walls extends PublicFacilities {
  async all() {
    return [MARY];
  }
}

class ToldFloods extends Floods {
  next: Taken = { as: 'open' };

  async take(): Promise<Taken> {
    return this.next;
  }
}

class SampleForm {
  @IsId()
  facilityId: string;

  @IsText(100)
  what: string;

  @FromCheckboxes()
  @IsIn(['fall', 'delay'], { each: true })
  @ArrayMaxSize(2)
  kinds: readonly string[] = [];

  @Absent()
  @FromYesNo()
  @IsIn([true, false])
  stillAtRisk?: boolean;
}

class SampleNote {
  @IsText(100)
  what: string;
}

/** What the sample's routes would have stored. */
const kept: { form: SampleForm; quarantined: boolean; envelope: ReturnType<typeof publicEnvelope> }[] = [];

@Controller('sample')
class SampleController {
  constructor(
    private readonly gate: PublicGate,
    private readonly facilities: PublicFacilities,
    private readonly randomness: Randomness,
  ) {}

  @Get()
  @PublicPage()
  form(@CurrentReading() reading: Reading): PageAnswer {
    return samplePage('Tell us', reading, newFormKey(this.randomness));
  }

  @Post()
  @PublicForm()
  async submit(
    @SubmittedForm() form: FormBody,
    @CurrentReading() reading: Reading,
    @CurrentPublicRequest() request: PublicRequest,
  ): Promise<PageAnswer> {
    const checked = await checkedForm(SampleForm, form);
    if ('wrong' in checked) {
      const fields = checked.wrong.map(({ field }) => field).join(' ');
      return { ...samplePage(`wrong: ${fields}`, reading, request.formKey), status: 400 };
    }
    const facility = await this.facilities.find(checked.value.facilityId);
    if (!facility) return { ...samplePage('wrong: facilityId', reading, request.formKey), status: 400 };
    const envelope = publicEnvelope(request, facility.org, { kind: 'anonymous', role: 'family' });
    kept.push({ form: checked.value, ...(await this.gate.admit(facility)), envelope });
    return samplePage(`thanks ${saidAll(form, 'kinds').length}`, reading);
  }

  @Post('code')
  @PublicForm('try-code')
  code(@CurrentReading() reading: Reading): PageAnswer {
    return samplePage('nothing found', reading);
  }

  @Post('broken')
  @PublicForm()
  broken(): never {
    throw new Error('planted inner words');
  }
}

@Controller('v1/sample')
class SampleJsonController {
  @Post()
  @PublicJson()
  note(@Body() { what }: SampleNote, @CurrentPublicRequest() { formKey }: PublicRequest): object {
    return { what, formKey };
  }
}

class Nobody extends Members {
  async rolesOf() {
    return undefined;
  }

  async holdersOf() {
    return [];
  }
}

class Forgetful extends RefusedActs {
  async record() {}
}

const many = { perMinute: 1_000_000, perTenMinutes: 1_000_000 };
const UNLIMITED: GateLimits = { ...DEFAULT_LIMITS, byAddress: { look: many, submit: many, 'try-code': many } };

const opened: { close(): Promise<void> }[] = [];
const start = async (limits = UNLIMITED, trustedProxies: readonly string[] = []) => {
  const floods = new ToldFloods();
  @Module({
    controllers: [SampleController, SampleJsonController],
    providers: [
      AccessGuard,
      { provide: TokenVerifier, useValue: new TokenVerifier([]) },
      { provide: RoleCache, useValue: new RoleCache(new Nobody()) },
      { provide: RefusedActs, useClass: Forgetful },
      { provide: PublicFacilities, useClass: Walls },
      { provide: AddressLimits, useValue: new AddressLimits(limits) },
      { provide: PublicGate, useValue: new PublicGate(floods) },
      { provide: Randomness, useClass: SystemRandomness },
    ],
  })
  class SampleModule {}
  const lines: unknown[] = [];
  const hear = (line: unknown) => lines.push(line);
  const log = { ...logger('info', 'test'), info: hear, error: hear } as unknown as Logger;
  const adapter = createFastifyAdapter(log, trustedProxies);
  const app = await NestFactory.create(SampleModule, adapter, { logger: false });
  edge(app, log);
  await app.init();
  const server = adapter.getInstance();
  await server.ready();
  opened.push(app);
  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ method: 'GET', url, headers });
  const send = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
    server.inject({
      method: 'POST',
      url,
      payload,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
  return { floods, lines, get, send };
};
afterAll(() => Promise.all(opened.map((app) => app.close())));
beforeEach(() => kept.splice(0));

const KEY = 'aGVsbG8taGVsbG8taGVsbG8taGVsbG8';
const filled = (more: Record<string, string> = {}) =>
  new URLSearchParams({ formKey: KEY, facilityId: MARY.id, what: 'She fell.', ...more }).toString();

describe('a page for the public', () => {
  it('is served to anyone, without script, and tells browsers to keep it to themselves', async () => {
    const { get } = await start();
    const answer = await get('/sample?lang=es');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': 'es',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
    });
    const style = /<style>([^<]*)<\/style>/.exec(answer.body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(answer.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.body).not.toMatch(/<script|\son\w+=/i);
  });

  it('has a key of its own for each form', async () => {
    const { get } = await start();
    const keys = await Promise.all(
      [1, 2].map(async () => /name="formKey" value="([^"]+)"/.exec((await get('/sample')).body)?.[1]),
    );
    expect(keys[0]).toMatch(/^[\w-]{32}$/);
    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('a form of the public', () => {
  it('is taken without a token, and twice is once', async () => {
    const { send } = await start();
    const body = `${filled({ stillAtRisk: 'yes' })}&kinds=fall&kinds=delay`;
    for (const _ of [1, 2]) expect((await send('/sample?lang=es', body)).statusCode).toBe(200);
    expect(kept).toHaveLength(2);
    expect(kept[0]?.form).toMatchObject({ what: 'She fell.', kinds: ['fall', 'delay'], stillAtRisk: true });
    expect(kept[0]?.envelope).toEqual(kept[1]?.envelope);
    expect(kept[0]?.envelope).toMatchObject({ org: MARY.org, actor: { kind: 'anonymous', role: 'family' } });
  });

  it('comes back with what is wrong, and stores nothing', async () => {
    const { send } = await start();
    const wrong = async (body: string) => {
      const answer = await send('/sample', body);
      return [answer.statusCode, /<h1>wrong: ([\w ]+)</.exec(answer.body)?.[1]];
    };
    expect(await wrong(`formKey=${KEY}`)).toEqual([400, 'facilityId what']);
    expect(await wrong(`${filled()}&what=again`)).toEqual([400, 'what']);
    expect(await wrong(`${filled()}&kinds=other`)).toEqual([400, 'kinds']);
    expect(await wrong(filled({ what: 'a\0b' }))).toEqual([400, 'what']);
    expect(await wrong(filled({ stranger: 'x' }))).toEqual([400, 'stranger']);
    expect(await wrong(filled({ facilityId: randomUUID() }))).toEqual([400, 'facilityId']);
    expect(kept).toEqual([]);
  });

  it.each([
    ['without a key', 'what=x', 400],
    ['with a weak key', 'formKey=1&what=x', 400],
    ['that is no UTF-8', 'formKey=%ff', 400],
    ['that is too large', `what=${'x'.repeat(270_000)}`, 413],
  ])('%s is answered with a page of the problem', async (_, body, status) => {
    const { send } = await start();
    const answer = await send('/sample?lang=es', body);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(answer.body).toContain('<html lang="es">');
  });

  it('is a form and nothing else, as JSON is nothing but JSON', async () => {
    const { send } = await start();
    const json = JSON.stringify({ formKey: KEY, facilityId: MARY.id, what: 'x' });
    expect((await send('/sample', json, { 'content-type': 'application/json' })).statusCode).toBe(415);
    expect((await send('/sample', filled(), { 'content-type': 'text/plain' })).statusCode).toBe(415);
    const form = await send('/v1/sample', 'what=x', { 'idempotency-key': KEY });
    expect(form.json()).toMatchObject({ status: 415 });
    const headers = { 'content-type': 'application/json', 'idempotency-key': KEY };
    expect((await send('/v1/sample', '{"what":"x"}', headers)).json()).toEqual({ what: 'x', formKey: KEY });
    expect((await send('/v1/sample', '{"what":"x"}', { ...headers, 'idempotency-key': '1' })).json()).toMatchObject({
      status: 400,
      errors: [{ field: 'Idempotency-Key' }],
    });
  });

  it('fails without telling anything of the inside', async () => {
    const { send } = await start();
    const answer = await send('/sample/broken', filled());
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('planted');
    expect(answer.body).toContain('<h1>');
  });
});

describe('too much of it', () => {
  const limited = { ...UNLIMITED, byAddress: { ...UNLIMITED.byAddress, submit: { perMinute: 2, perTenMinutes: 5 } } };

  it('from one address waits, with the number to call', async () => {
    const { send, get } = await start(limited);
    for (const _ of [1, 2]) expect((await send('/sample', filled())).statusCode).toBe(200);
    const answer = await send('/sample', filled());
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.body).toContain('tel:3125550142');
    expect(kept).toHaveLength(2);
    expect((await get('/sample')).statusCode).toBe(200);
    expect((await send('/sample/code', 'code=x')).statusCode).toBe(200);
  });

  it('is counted by what a proxy says only where the proxy is trusted', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const unproxied = await start(limited);
    const statuses = async (send: typeof unproxied.send) => {
      const all: number[] = [];
      for (const nr of [1, 2, 3]) all.push((await send('/sample', filled(), from(`192.0.2.${nr}`))).statusCode);
      return all;
    };
    expect(await statuses(unproxied.send)).toEqual([200, 200, 429]);
    const proxied = await start(limited, ['127.0.0.1']);
    expect(await statuses(proxied.send)).toEqual([200, 200, 200]);
  });

  it('for one organization is set aside first, and refused then', async () => {
    const { send, floods } = await start();
    floods.next = { as: 'quarantined' };
    expect((await send('/sample', filled())).statusCode).toBe(200);
    expect(kept).toMatchObject([{ quarantined: true }]);
    floods.next = { as: 'full', seconds: 1800 };
    const answer = await send('/sample', filled());
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('1800');
    expect(answer.body).toContain('in about 30 minutes');
    expect(answer.body).toContain('312-555-0142');
    expect(kept).toHaveLength(1);
  });

  it('is told to programs as a problem', async () => {
    const { send } = await start({
      ...UNLIMITED,
      byAddress: { ...UNLIMITED.byAddress, submit: { perMinute: 1, perTenMinutes: 1 } },
    });
    const headers = { 'content-type': 'application/json', 'idempotency-key': KEY };
    await send('/v1/sample', '{"what":"x"}', headers);
    expect((await send('/v1/sample', '{"what":"x"}', headers)).json()).toMatchObject({
      type: '/problems/request/too-many',
      status: 429,
    });
  });
});

describe('what is kept of it', () => {
  it('names no address, no agent, and no id that anybody else gave', async () => {
    const { send, lines } = await start();
    const told = randomUUID();
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const answer = await send('/sample', filled({ what: 'planted words' }), {
      'x-request-id': told,
      'x-forwarded-for': '198.51.100.23',
      'user-agent': 'Planted/1.0',
      traceparent: `00-${trace}-b7ad6b7169203331-01`,
      'accept-language': 'es',
    });
    expect(answer.headers['x-request-id']).not.toBe(told);
    expect(lines).toHaveLength(1);
    const everything = JSON.stringify([lines, kept]);
    for (const planted of [told, '198.51.100.23', '127.0.0.1', 'Planted/1.0', trace, KEY])
      expect(everything).not.toContain(planted);
    expect(JSON.stringify(lines)).not.toContain('planted words');
    const correlation = kept[0]?.envelope.correlationId ?? '';
    expect(JSON.stringify(lines)).not.toContain(correlation);
    expect(correlation).not.toBe(answer.headers['x-request-id']);
  });
});

describe('hostile forms', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))),
    fc.stringMatching(/^[%a-f0-9&=+;[\]{}"'<>]{0,20}$/),
    fc.constantFrom(
      'formKey',
      KEY,
      'facilityId',
      MARY.id,
      'what',
      'kinds',
      'fall',
      'stillAtRisk',
      'yes',
      '__proto__',
      'constructor',
      'toString',
      '%00',
      '%ED%A0%80',
    ),
  );
  const body = fc.oneof(
    fc
      .array(fc.tuple(part, part), { maxLength: 20 })
      .map((pairs) => Buffer.from(pairs.map((pair) => pair.join('=')).join('&'))),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc
      .array(fc.tuple(part, part), { maxLength: 5 })
      .map((pairs) => Buffer.from(`${filled()}&${pairs.map((pair) => pair.join('=')).join('&')}`)),
  );

  it('are refused or taken, a thousand of them, and break nothing', async () => {
    const { send } = await start();
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom('/sample', '/sample?lang=%ff', '/sample/code', '/sample?lang[]=es'),
        async (bytes, url) => {
          const { statusCode, body: html } = await send(url, bytes);
          statuses.add(statusCode);
          expect(statusCode).toBeLessThan(500);
          expect(html).not.toMatch(/<script/i);
        },
      ),
      { numRuns: 1000 },
    );
    expect(statuses).toContain(200);
    expect(statuses).toContain(400);
  });
});
