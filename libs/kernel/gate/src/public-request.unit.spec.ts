import { inspect } from 'node:util';
import { type EdgeRequest, ProblemError } from '#kernel/http';
import { publicEnvelope, publicRequest } from './public-request.js';

const ORG = '018f0000-0000-7000-8000-000000000001';
const OTHER = '018f0000-0000-7000-8000-000000000002';
const KEY = 'aGVsbG8taGVsbG8taGVsbG8taGVsbG8';
const PARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const sent = (more: { body?: object; key?: string; headers?: object } = {}): EdgeRequest =>
  ({
    id: '018f0000-0000-7000-8000-0000000000ff',
    ip: '192.0.2.7',
    method: 'POST',
    url: '/concern?lang=es',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Planted/1.0',
      traceparent: PARENT,
      ...more.headers,
    },
    body: { formKey: more.key ?? KEY, narrative: 'She fell.', ...more.body },
  }) as unknown as EdgeRequest;

const anonymous = { kind: 'anonymous', role: 'family' } as const;
const enveloped = (request: EdgeRequest, org = ORG) => publicEnvelope(publicRequest(request), org, anonymous);

describe('a request of the public', () => {
  it('is the same command when the same form is sent again', () => {
    expect(enveloped(sent())).toEqual(enveloped(sent({ headers: { 'user-agent': 'Other/2.0' } })));
    expect(enveloped(sent()).commandId).not.toBe(enveloped(sent({ key: `${KEY}x` })).commandId);
    expect(enveloped(sent()).commandId).not.toBe(enveloped(sent(), OTHER).commandId);
  });

  it('is a misuse of its key when the form says something else', () => {
    const other = enveloped(sent({ body: { narrative: 'He fell.' } }));
    expect(other.commandId).toBe(enveloped(sent()).commandId);
    expect(other.requestHash).not.toEqual(enveloped(sent()).requestHash);
  });

  it('leads nowhere: no address, no agent, no trace, no id that anybody has seen', () => {
    const meta = { precision: 'day', traceparent: PARENT } as const;
    const envelope = publicEnvelope(publicRequest(sent()), ORG, anonymous, { meta });
    const told = inspect(envelope, { depth: 5 });
    for (const trace of ['192.0.2.7', 'Planted', PARENT, '0000000000ff', KEY]) expect(told).not.toContain(trace);
    expect(envelope).toMatchObject({
      org: ORG,
      actor: { kind: 'anonymous', role: 'family' },
      meta: { precision: 'day' },
    });
    expect(envelope.actor).not.toHaveProperty('id');
  });

  it('has its key in a header where it is JSON', () => {
    const json = (key?: string) =>
      sent({ headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) } });
    expect(enveloped(json(KEY)).commandId).toBe(enveloped(sent()).commandId);
    expect(() => enveloped(json())).toThrow('Idempotency-Key');
  });

  it.each(['', 'k1', 'short-key', 'x'.repeat(21), 'x'.repeat(101), 'two words and some more of them'])(
    'is refused with the key %j, which two strangers might share',
    (key) => expect(() => enveloped(sent({ key }))).toThrow(ProblemError),
  );
});
