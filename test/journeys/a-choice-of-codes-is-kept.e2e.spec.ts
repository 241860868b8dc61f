import type { Client, ReceiptAnswer } from '../support/client.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

/** What is in no answer: words, numbers, and places where the provider has a surrogate. */
const WORDS = 'Quillwort beside the bed';
const NUMBER = 'MRN-9183';

interface Taxonomies {
  readonly own: { readonly fromCode: string };
  readonly taxonomies: readonly {
    readonly system: string;
    readonly proposal: { readonly kind: string; readonly codes: readonly string[]; readonly why?: string };
    readonly assigned: readonly string[];
    readonly choices: readonly {
      readonly code: string;
      readonly overridden: boolean;
      readonly crosswalkVersion: string;
    }[];
  }[];
}

interface Preview {
  readonly provider: string;
  readonly leaves: readonly { readonly element: string; readonly de?: string; readonly values: readonly string[] }[];
  readonly leftOut?: string;
  readonly stays: readonly { readonly reason: string; readonly fields: readonly string[] }[];
}

let journey: Journey;
let manager: Client;
let facility: string;
let fall: ReceiptAnswer;
let path: string;

beforeAll(async () => {
  journey = await Journey.begin();
  manager = await journey.as('risk-manager');
  ({ facility } = journey.persona('reporter'));
  fall = await manager.done('/v1/safety-events', aFall(facility, { narrative: WORDS, patientRef: NUMBER }));
  path = `/v1/safety-events/${fall.id}`;
  await manager.done(`${path}/triage`, aRating({ harmSeverity: 'severe' }));
});
afterAll(() => journey?.end());

const choose = (body: object) => manager.post(`${path}/taxonomies`, body);

const taxonomies = async (after: number): Promise<Record<string, Taxonomies['taxonomies'][number]>> => {
  const answer = await manager.get(`${path}/taxonomies?after=${after}`);
  expect(answer.status).toBe(200);
  return Object.fromEntries(answer.json<Taxonomies>().taxonomies.map((one) => [one.system, one]));
};

describe('the codes of other lists', () => {
  it('are proposed where one follows, asked where several may, and left alone where none does', async () => {
    expect(await taxonomies(fall.position + 1)).toMatchObject({
      'who-icps': { proposal: { kind: 'one', codes: ['severe'] } },
      'joint-commission-outcome': { proposal: { kind: 'one', codes: ['severe-harm-any-duration'] } },
      'nqf-sre': { proposal: { kind: 'choices', codes: expect.arrayContaining(['4E']) }, assigned: [], choices: [] },
      'ncc-merp': { proposal: { kind: 'none', codes: [], why: 'another-subject' } },
    });
  });

  it('are chosen by a person, and the choice stands with the version of the map', async () => {
    const answer = await choose({ system: 'nqf-sre', code: '4E' });
    expect(answer.status).toBe(200);
    const { 'nqf-sre': nqf } = await taxonomies(answer.json<ReceiptAnswer>().position);
    expect(nqf).toMatchObject({
      assigned: ['4E'],
      choices: [{ code: '4E', crosswalkVersion: 'crosswalk-1', fromCode: 'incident/severe', overridden: false }],
    });
  });

  it('are refused where the map does not propose them, unless somebody says why', async () => {
    const refused = await choose({ system: 'nqf-sre', code: '1A' });
    expect([refused.status, refused.json()]).toEqual([
      409,
      expect.objectContaining({ type: expect.stringContaining('code-not-proposed') }),
    ]);
    const answer = await choose({ system: 'nqf-sre', code: '1A', overrideReason: 'The fall was during surgery.' });
    const { 'nqf-sre': nqf } = await taxonomies(answer.json<ReceiptAnswer>().position);
    expect(nqf?.assigned).toEqual(['4E', '1A']);
    expect(nqf?.choices.at(-1)).toMatchObject({ code: '1A', overridden: true });
    expect(JSON.stringify(nqf)).not.toContain('surgery');
  });

  it.each([
    [{ system: 'nqf-sre', code: '9Z', overrideReason: 'It should be there.' }, 409],
    [{ system: 'icd-10', code: 'A00' }, 400],
    [{ system: 'nqf-sre', code: 'see below; Ms. Ruiz' }, 400],
  ])('are of a list, or refused: %j', async (body, status) => expect((await choose(body)).status).toBe(status));

  it('follow a new rating, while what was chosen stays', async () => {
    const rated = await manager.done(`${path}/harm-assessments`, { to: 'mild', duration: 'permanent', basis: 'chart' });
    const { 'nqf-sre': nqf, 'joint-commission-outcome': sentinel } = await taxonomies(rated.position);
    expect(sentinel?.proposal).toEqual({ kind: 'one', codes: ['permanent-harm-any-severity'] });
    expect(nqf?.assigned).toEqual(['4E', '1A']);
  });

  it('are listed with their owners and versions for everyone who works here', async () => {
    const reporter = await journey.as('reporter');
    const { items, crosswalk } = (await reporter.get('/v1/taxonomies')).json<{
      items: { id: string; version: string; owner: string; licence: string; codes: { status: string }[] }[];
      crosswalk: { version: string };
    }>();
    expect(crosswalk.version).toBe('crosswalk-1');
    expect(items.find(({ id }) => id === 'nqf-sre')).toMatchObject({
      version: '2011/1',
      owner: 'National Quality Forum',
    });
    expect(items.every(({ version, licence, codes }) => version && licence && codes.length > 0)).toBe(true);
  });

  it.each(['reporter', 'analyst', 'executive', 'lakeside-risk-manager'])(
    'are none of the business of %s',
    async (who) => {
      const stranger = await journey.as(who);
      for (const part of ['taxonomies', 'pso-preview?psoId=P0001']) {
        const answer = await stranger.get(`${path}/${part}`);
        expect([403, 404]).toContain(answer.status);
      }
    },
  );
});

describe('what would leave for a patient safety organization', () => {
  const preview = async (pso = 'P0001'): Promise<Preview> => {
    const answer = await manager.get(`${path}/pso-preview?psoId=${pso}`);
    expect(answer.status).toBe(200);
    for (const kept of [WORDS, NUMBER, facility]) expect(answer.text).not.toContain(kept);
    return answer.json<Preview>();
  };

  it('is told element by element, and what stays by why', async () => {
    const { leaves, stays } = await preview();
    expect(leaves).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ element: '74552-1', de: 'DE21', values: ['fall'] }),
        expect.objectContaining({ element: '74560-4', values: ['LA21150-0'] }),
      ]),
    );
    expect(stays.find(({ reason }) => reason === 'words')?.fields).toEqual(
      expect.arrayContaining(['SafetyEventReported.narrative', 'SafetyEventReported.patientRef']),
    );
    expect(stays.find(({ reason }) => reason === 'identity')?.fields).toContain('SafetyEventReported.reporter');
  });

  it('knows the provider by a surrogate: the same each time, another for another one', async () => {
    const [first, again, other] = [await preview(), await preview(), await preview('P0002')];
    expect(again.provider).toBe(first.provider);
    expect(other.provider).not.toBe(first.provider);
  });

  it('asks for whom', async () => expect((await manager.get(`${path}/pso-preview`)).status).toBe(400));

  it('changes nothing: nothing was sent', async () => {
    const before = await journey.head();
    await preview();
    expect(await journey.head()).toBe(before);
  });
});
