import { Readable } from 'node:stream';
import type { ProblemError } from './problem.js';
import type { EdgeRequest } from './request.js';
import { readUpload } from './upload.js';

const LIMIT = 1000;
const BOUNDARY = 'a-line-that-no-file-has';
const part = (head: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
const field = (name: string, value: string) => part(`name="${name}"`, value);
const file = (name: string, content: string) =>
  part(`name="file"; filename="${name}"\r\nContent-Type: application/octet-stream`, content);
const END = `--${BOUNDARY}--\r\n`;

const request = (body: string, headers: Readonly<Record<string, string>> = {}, limit: number | undefined = LIMIT) =>
  ({
    body: Readable.from([Buffer.from(body)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
    routeOptions: { config: { publicEdge: { form: true, ...(limit !== undefined && { upload: limit }) } } },
  }) as unknown as EdgeRequest;

const refusalOf = (asked: EdgeRequest) =>
  Promise.resolve()
    .then(() => readUpload(asked))
    .then(
      () => 'read',
      ({ problem }: ProblemError) => problem.status,
    );

it('reads the fields of a form and its file', async () => {
  const { fields, file: sent } = await readUpload(
    request(field('code', 'ABCD') + field('blank', ' ') + file('bed 12.png', 'bytes') + END),
  );
  expect(fields).toEqual({ code: 'ABCD' });
  expect([sent?.name, sent?.bytes.toString()]).toEqual(['bed 12.png', 'bytes']);
  expect(sent?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('finds no file where none was chosen, and none in a plain form', async () => {
  expect(await readUpload(request(field('code', 'ABCD') + file('', '') + END))).toEqual({ fields: { code: 'ABCD' } });
  const plain = { ...request(''), body: { code: 'ABCD' } } as unknown as EdgeRequest;
  expect(await readUpload(plain)).toEqual({ fields: { code: 'ABCD' } });
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\\\photos\\\\bed.png', 'bed.png'],
  [`${'a'.repeat(300)}.png`, `${'a'.repeat(196)}.png`],
])('calls %s by its own name alone', async (told, name) => {
  const { file: sent } = await readUpload(request(file(told, 'bytes') + END));
  expect(sent?.name).toBe(name);
});

it.each([
  ['a file that is too large', request(file('a.png', 'x'.repeat(LIMIT + 1)) + END), 413],
  ['a length that is too large', request('', { 'content-length': '99999' }), 413],
  ['two files', request(file('a.png', '1') + file('b.png', '2') + END), 400],
  ['many fields', request(Array.from({ length: 30 }, (_, at) => field(`f${at}`, '1')).join('') + END), 400],
  ['names that no form has', request(field('__proto__', '1') + END), 400],
  ['a form that breaks off', request(field('code', 'ABCD') + file('a.png', 'bytes').slice(0, -10)), 400],
  ['a form without a boundary', request('', { 'content-type': 'multipart/form-data' }), 415],
  ['another encoding', request('', { 'content-encoding': 'gzip' }), 415],
])('refuses %s', async (_, asked, status) => {
  expect(await refusalOf(asked)).toBe(status);
});

it('is for routes that take an upload', () => {
  expect(() => readUpload({ ...request(''), routeOptions: { config: {} } } as unknown as EdgeRequest)).toThrow(
    'takes no upload',
  );
});
