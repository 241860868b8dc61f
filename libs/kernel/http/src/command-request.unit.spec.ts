import { callerOf, may } from '#kernel/access';
import { canonicalJson } from './canonical-json.js';
import { commandRequest, toEnvelope } from './command-request.js';
import { ProblemError } from './problem.js';
import type { EdgeRequest } from './request.js';

const ORG = '018f0000-0000-7000-8000-000000000001';
const ANA = '018f0000-0000-7000-8000-0000000000a1';
const BEN = '018f0000-0000-7000-8000-0000000000b1';

const asked = (more: { headers?: object; body?: unknown; url?: string; personId?: string } = {}): EdgeRequest => {
  const grant = may(['risk-manager'], 'safety-event.triage');
  if (!grant) throw new Error('the table has changed');
  const { headers = {}, body = { a: 1, b: [2] }, url = '/v1/safety-events', personId = ANA } = more;
  const caller = callerOf(ORG, personId, ['risk-manager'], grant);
  return {
    id: 'r1',
    method: 'POST',
    url,
    headers: { 'idempotency-key': 'k1', ...headers },
    body,
    caller,
  } as unknown as EdgeRequest;
};
const command = (...args: Parameters<typeof asked>) => commandRequest(asked(...args));
const sameRequest = (a: EdgeRequest, b: EdgeRequest) =>
  commandRequest(a).requestHash.equals(commandRequest(b).requestHash);

describe('A command from HTTP', () => {
  it('is the same command when it is sent again, and only then', () => {
    expect(command().commandId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(command().commandId).toBe(command({ body: {} }).commandId);
    expect(command().commandId).not.toBe(command({ headers: { 'idempotency-key': 'k2' } }).commandId);
    expect(command().commandId).not.toBe(command({ personId: BEN }).commandId);
  });

  it('is told apart by what it asks for, not by how that is written', () => {
    expect(sameRequest(asked(), asked({ body: { b: [2], a: 1 } }))).toBe(true);
    expect(sameRequest(asked(), asked({ url: '/v1/safety-events?trace=1' }))).toBe(true);
    expect(sameRequest(asked(), asked({ body: { a: 1, b: [3] } }))).toBe(false);
    expect(sameRequest(asked(), asked({ url: '/v1/safety-events/other' }))).toBe(false);
  });

  it.each([
    ['Idempotency-Key', { 'idempotency-key': undefined }],
    ['Idempotency-Key', { 'idempotency-key': '' }],
    ['Idempotency-Key', { 'idempotency-key': 'two words' }],
    ['Idempotency-Key', { 'idempotency-key': 'k'.repeat(201) }],
    ['If-Match', { 'if-match': '7' }],
    ['If-Match', { 'if-match': '*' }],
    ['If-Match', { 'if-match': 'W/"7"' }],
    ['If-Match', { 'if-match': '"0"' }],
    ['If-Match', { 'if-match': '"7", "8"' }],
  ])('names the header that is wrong: %s', (field, headers) => {
    const refused = () => command({ headers });
    expect(refused).toThrow(ProblemError);
    expect(refused).toThrow(field);
  });

  it('carries the revision it was made for', () => {
    expect(command({ headers: { 'if-match': '"7"' } }).expected).toBe(7);
    expect(command()).not.toHaveProperty('expected');
  });

  it('becomes an envelope, with a trace only where one came', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const traced = toEnvelope(command({ headers: { traceparent } }), { meta: { facility: 'north' } });
    expect(traced.meta).toEqual({ traceparent, facility: 'north' });
    const plain = toEnvelope(command({ headers: { traceparent: 'nonsense' } }));
    expect(plain).not.toHaveProperty('meta');
    expect(plain).toMatchObject({
      org: ORG,
      actor: { kind: 'staff', id: ANA, role: 'risk-manager' },
      correlationId: 'r1',
    });
  });
});

describe('Canonical JSON', () => {
  it('is one text for all ways to write a value', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined })).toBe('{"a":null,"b":[1,{"c":"é","d":null}]}');
  });
});
