import { defaultPacks, packOn } from '../packs/default-packs.js';
import { defaultDefinitions } from './default-definitions.js';
import { inForceAt, termsOf } from './definition.js';

const kindOf = (kind: string) => defaultDefinitions.find((one) => one.kind === kind)!;

describe('the definitions that ship', () => {
  it('are DL-01 to DL-29, and those of concerns, reporters, promises, offers and who decides, each once', () => {
    const deadlines = Array.from({ length: 29 }, (_, index) => `DL-${String(index + 1).padStart(2, '0')}`);
    expect(defaultDefinitions.map(({ kind }) => kind)).toEqual([
      'AU-01',
      'CN-01',
      ...deadlines,
      'FB-01',
      'OF-01',
      'PR-01',
    ]);
  });

  it('say what rests on memory, and whose rule it is', () => {
    const unverified = defaultDefinitions.filter(({ status }) => status === 'unverified').map(({ kind }) => kind);
    expect(unverified).toEqual(['DL-04', 'DL-10', 'DL-15', 'DL-21', 'DL-23', 'DL-25', 'DL-29']);
    for (const { basis, status } of defaultDefinitions)
      expect([basis, status]).toEqual([
        basis,
        basis.includes('M') ? 'unverified' : basis[0] === 'S' ? 'verified' : 'policy',
      ]);
  });

  it('never let what the law or an accreditor sets stand still', () => {
    const others = defaultDefinitions.filter(({ nature }) => nature !== 'internal');
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter(({ pausableFor }) => pausableFor.length > 0)).toEqual([]);
    expect(others.filter(({ extensions }) => extensions > 0).map(({ kind }) => kind)).toEqual(['DL-25']);
  });

  it('run but for the one that is over when it is recorded, and have a limit unless it is told elsewhere', () => {
    const terms = termsOf(defaultDefinitions);
    expect(terms.filter(({ runs }) => !runs).map(({ kind }) => kind)).toEqual(['DL-01']);
    const toldElsewhere = terms.filter(({ amount }) => amount === undefined).map(({ kind }) => kind);
    expect(toldElsewhere).toEqual(['DL-15', 'DL-22', 'DL-23', 'DL-24', 'OF-01', 'PR-01']);
    expect(kindOf('DL-01').runs).toBe('measured');
  });

  it('page for one kind only', () => {
    expect(defaultDefinitions.filter(({ lifeAtRisk }) => lifeAtRisk).map(({ kind }) => kind)).toEqual(['DL-19']);
  });
});

it('of several versions the last that counts by then is in force', () => {
  const first = kindOf('DL-20');
  const own = { ...first, version: 2, since: '2026-03-02T00:00:00.000Z', amount: 1 };
  expect(inForceAt([own, first], '2026-03-01T00:00:00.000Z')).toEqual([first]);
  expect(inForceAt([own, first], '2026-03-02T00:00:00.000Z')).toEqual([own]);
});

describe('the policy packs that ship', () => {
  it('have the window that a statute had on the day of the event', () => {
    const window = (jurisdiction: string, day: string) =>
      packOn(defaultPacks, jurisdiction, day)?.candorStatute?.value.noticeWindow;
    expect(window('us-ia', '2020-06-30')).toEqual({ clock: 'CALENDAR_DAYS', amount: 180 });
    expect(window('us-ia', '2020-07-01')).toEqual({ clock: 'YEARS', amount: 1 });
    expect(window('us-co', '2019-06-30')).toBeUndefined();
    expect(window('us-co', '2026-03-02')).toEqual({ clock: 'CALENDAR_DAYS', amount: 180 });
  });

  it('say of every value what it rests on', () => {
    for (const pack of defaultPacks)
      for (const part of Object.values(pack).filter((one) => typeof one === 'object'))
        expect(part).toEqual({ value: expect.anything(), source: expect.any(String), status: expect.any(String) });
  });
});
