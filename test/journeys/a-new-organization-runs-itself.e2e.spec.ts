import { Journey } from '../support/journey.js';

const EXTRACT = 'test/fixtures/maude/maude-bone-cement-2017.csv';

let journey: Journey;
let org: string;
let admin: string;

beforeAll(async () => {
  journey = await Journey.begin();
  const { code, stdout } = await journey.cliTyping('Wanda Example\n', 'org', 'register', 'Hillside', '--json');
  expect(code).toBe(0);
  ({ org, person: admin } = JSON.parse(stdout));
  await journey.readersAtHead();
});
afterAll(() => journey?.end());

const asAdmin = () => ['--by', admin, '--org', org, '--json'];

const done = async <T>(typed: string, ...args: readonly string[]): Promise<T> => {
  const { code, stdout, stderr } = await journey.cliTyping(typed, ...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await journey.readersAtHead();
  return JSON.parse(stdout);
};

const refused = async (...args: readonly string[]): Promise<string> => {
  const { code, stderr } = await journey.cli(...args);
  expect(code).toBe(2);
  expect(stderr).not.toMatch(/\n\s+at /);
  return stderr;
};

/** A new person who holds a role. */
const hire = async (name: string, role: string): Promise<string> => {
  const { id } = await done<{ id: string }>(`${name}\n`, 'person', 'register', ...asAdmin());
  await done('', 'person', 'grant', id, '--role', role, ...asAdmin());
  return id;
};

describe('an organization without personas', () => {
  it('is administered by its first administrator, and imports what another person has approved', async () => {
    const open = ['org', 'open-facility', 'Hillside Hospital', '--zone', 'America/Denver', '--setting', 'hospital'];
    const { id: facility } = await done<{ id: string }>('', ...open, ...asAdmin());
    const [first, second] = [await hire('Rick', 'risk-manager'), await hire('Rita', 'risk-manager')];

    const take = ['import', EXTRACT, '--as', 'maude', '--by', first, '--org', org, '--json'];
    expect(await refused(...take)).toMatch(/--approved-by is required/);
    expect(await refused(...take, '--approved-by', first)).toMatch(/another/);
    expect(await refused(...take, '--approved-by', second)).toMatch(/--facility is required/);
    const approved = [...take, '--approved-by', second, '--facility', facility];
    expect(await done('', ...approved)).toMatchObject({ read: 535, accepted: 535 });
  });

  it.each([
    ['without --org', () => ['--by', admin], /--org is required/],
    ['in another organization', () => ['--by', admin, '--org', journey.persona('org-admin').org], /nobody/],
    ['as a persona of another one', () => ['--by', 'org-admin', '--org', org], /nor any other/],
    ['in a place that is none', () => ['--by', admin, '--org', 'hillside'], /id of an organization/],
  ])('is not administered %s', async (_, who, says) => {
    expect(await refused('org', 'open-unit', admin, 'North', ...who())).toMatch(says);
  });

  it('gives roles by those who may, to people with names', async () => {
    const reporter = await hire('Rob', 'reporter');
    const grant = ['person', 'grant', reporter, '--role', 'auditor', '--by', reporter, '--org', org];
    expect(await refused(...grant)).toMatch(/role\.grant/);
    expect(await refused('person', 'register', '--by', admin, '--org', org)).toMatch(/nothing came/);
  });
});

describe('a verb', () => {
  it.each(['0', '721', 'abc'])('makes no token for %s minutes', async (minutes) => {
    expect(await refused('token', '--as', 'reporter', '--minutes', minutes)).toMatch(/1 to 720/);
  });
});
