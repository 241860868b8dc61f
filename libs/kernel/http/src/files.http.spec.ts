import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Body, Controller, Get, type INestApplication, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessGuard, Allow, Members, RefusedActs, RoleCache, TokenVerifier } from '#kernel/access';
import { testIssuer } from '#kernel/access/testing';
import { logger } from '#kernel/platform';
import { type CommandRequest, CurrentCommand } from './command-request.js';
import { edge } from './edge.js';
import { createFastifyAdapter } from './fastify.js';
import { IsText } from './fields.js';
import { type FileToSave, Saves } from './file-answer.js';
import { CurrentFile, withFile } from './file-request.js';
import { TakesFile } from './file-route.js';
import { IdPath } from './id-path.js';
import { openApiDocument } from './openapi.js';
import { AddsPart, type PartReceipt } from './part-answer.js';
import type { SentFile } from './sent-file.js';

const ORG = '018f0000-0000-7000-8000-000000000001';
const RITA = '018f0000-0000-7000-8000-0000000000a1';
const BOX = '018f0000-0000-7000-8000-0000000000e1';
const PART = '018f0000-0000-7000-8000-0000000000e2';
const LIMIT = 100_000;

let taken: { command: CommandRequest; file: SentFile } | undefined;

class WordsRequest {
  @IsText(100)
  words: string;
}

@Controller('v1/boxes/:id')
class BoxController {
  @Post('files')
  @Allow('safety-event.report')
  @AddsPart()
  @TakesFile(LIMIT)
  add(@Param() { id }: IdPath, @CurrentFile() file: SentFile, @CurrentCommand() command: CommandRequest): PartReceipt {
    taken = { command: withFile(command, file), file };
    return { ledger: 1, stream: `box-${id}`, revision: 2, position: 7, part: PART };
  }

  @Get('files/1')
  @Allow('safety-event.report')
  @Saves()
  take(): FileToSave {
    return { bytes: Buffer.from('<html>'), plainName: 'attachment-1.jpg', name: "bed '12' ☺.jpg", scan: 'unscanned' };
  }

  @Post('words')
  @Allow('safety-event.report')
  words(@Body() body: WordsRequest): object {
    return body;
  }
}

class Roster extends Members {
  override async rolesOf() {
    return { roles: ['risk-manager' as const] };
  }

  override async holdersOf() {
    return [];
  }
}

class Unheard extends RefusedActs {
  override async record() {}
}

describe('files at the edge', () => {
  let app: INestApplication;
  let url: string;
  let token: string;
  beforeAll(async () => {
    const issuer = await testIssuer(ORG, RITA);
    @Module({
      controllers: [BoxController],
      providers: [
        AccessGuard,
        { provide: TokenVerifier, useValue: new TokenVerifier([issuer.trusted]) },
        { provide: RoleCache, useValue: new RoleCache(new Roster()) },
        { provide: RefusedActs, useValue: new Unheard() },
      ],
    })
    class BoxModule {}
    const log = logger('silent', 'test');
    app = await NestFactory.create<NestFastifyApplication>(BoxModule, createFastifyAdapter(log), { logger: false });
    edge(app, log);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
    token = await issuer.sign();
  });
  beforeEach(() => {
    taken = undefined;
  });
  afterAll(() => app.close());

  const FILE = { 'content-type': 'application/octet-stream', 'x-filename': 'a.txt', 'idempotency-key': 'k1' };
  const send = async (body: string | Uint8Array<ArrayBuffer>, more: Record<string, string> = {}, path = 'files') => {
    const headers = { authorization: `Bearer ${token}`, ...FILE, ...more };
    const told = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
    const response = await fetch(`${url}/v1/boxes/${BOX}/${path}`, { method: 'POST', headers: told, body });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  };

  it('come in byte for byte, with their name, and are answered with where they are', async () => {
    const bytes = Uint8Array.from({ length: LIMIT }, (_, at) => at % 256);
    const answer = await send(bytes, { 'x-filename': encodeURIComponent('bed ☺ 12.jpg') });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ stream: `box-${BOX}`, id: BOX, revision: 2, position: 7, part: PART });
    expect(answer.headers.get('location')).toBe(`/v1/boxes/${BOX}/files/${PART}`);
    expect(taken?.file.name).toBe('bed ☺ 12.jpg');
    expect(Buffer.compare(taken?.file.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
  });

  it('are a part of what was asked: other bytes and other names are other requests', async () => {
    const hashes: string[] = [];
    for (const [body, name] of [
      ['a', 'a.txt'],
      ['a', 'a.txt'],
      ['b', 'a.txt'],
      ['a', 'b.txt'],
    ] as const) {
      await send(body, { 'x-filename': name });
      hashes.push(taken?.command.requestHash.toString('hex') ?? '');
    }
    expect(hashes[1]).toBe(hashes[0]);
    expect(new Set(hashes).size).toBe(3);
  });

  it('must be what X-Content-SHA256 says, where it is said', async () => {
    const sha256 = createHash('sha256').update('a').digest('hex');
    expect((await send('a', { 'x-content-sha256': sha256.toUpperCase() })).status).toBe(201);
    const changed = await send('b', { 'x-content-sha256': sha256 });
    expect(changed).toMatchObject({ status: 400, body: { errors: [{ field: 'X-Content-SHA256' }] } });
  });

  it.each([
    ['no name', ''],
    ['a folder', '..%2Fetc%2Fpasswd'],
    ['a folder of another system', 'c:%5Ca.txt'],
    ['a line break', 'a%0D%0Aset-cookie: x'],
    ['writing turned around', 'a%E2%80%AEgpj.exe'],
    ['no UTF-8', '%E0%A4%A'],
    ['blanks', '%20%20'],
    ['too many characters', 'x'.repeat(201)],
  ])('are refused with %s for a name', async (_, name) => {
    expect(await send('a', { 'x-filename': name })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'X-Filename' }] },
    });
    expect(taken).toBeUndefined();
  });

  it('are refused when they are too long, whether they say so or not', async () => {
    expect((await send(new Uint8Array(LIMIT + 1))).status).toBe(413);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, ...FILE };
      const sending = request(`${url}/v1/boxes/${BOX}/files`, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sending.on('error', reject);
      sending.write(Buffer.alloc(LIMIT));
      sending.write(Buffer.alloc(1));
    });
    expect(status).toBe(413);
    expect(taken).toBeUndefined();
  });

  it('come as bytes only to routes that take files, and JSON only to those that take none', async () => {
    expect((await send('{"words":"x"}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send('a', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await send('a', { 'content-type': 'image/png' })).status).toBe(415);
    expect((await send('{"words":"x"}', {}, 'words')).status).toBe(415);
    expect(taken).toBeUndefined();
  });

  it('are not read before their sender is known, and need a key', async () => {
    expect((await send('a', { authorization: '' })).status).toBe(401);
    expect((await send('a', { 'idempotency-key': '' })).status).toBe(400);
  });

  it('go out to be saved, and never to be shown', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}/v1/boxes/${BOX}/files/1`, { headers });
    expect(await answer.text()).toBe('<html>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="attachment-1.jpg"; filename*=UTF-8''bed%20%2712%27%20%E2%98%BA.jpg`,
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/) as string,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-attachment-scan': 'unscanned',
    });
  });

  it('are described in the document', () => {
    const { paths } = openApiDocument(app, '1');
    expect(paths['/v1/boxes/{id}/files']?.post?.requestBody).toMatchObject({
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    });
  });
});
