import { callerOf, may } from '#kernel/access';
import type { Role } from '#kernel/core';
import { leo, rosa, stranger } from '../resolution-case/resolution-case.examples.js';
import { sightOf } from './sight.js';

const [from, within, until, after] = [
  '2026-03-09T09:00:00.000Z',
  '2026-03-10T09:00:00.000Z',
  '2026-03-12T09:00:00.000Z',
  '2026-03-12T09:00:00.001Z',
];
const whose = { team: [rosa, leo], cover: { person: stranger, from, until } };
const seen = (person: string, now: string, ...roles: readonly Role[]) => {
  const grant = may(roles, 'resolution-case.read');
  if (!grant) throw new Error(`${roles.join()} may not read cases`);
  return sightOf(callerOf('org', person, roles, grant), whose, now);
};
const OURS = ['OPER', 'PHI', 'SHARED'];

describe('what somebody sees of a case', () => {
  it('is what their role shows where the case is theirs, or every case is', () => {
    expect(seen(leo, within, 'liaison')).toEqual(OURS);
    expect(seen(leo, within, 'claims')).toEqual([...OURS, 'LEGAL']);
    expect(seen(stranger, after, 'risk-manager')).toEqual([...OURS, 'LEGAL']);
    expect(seen(stranger, within, 'auditor')).toEqual([]);
  });
  it('is what the liaison sees while they cover for them, and nothing before or after', () => {
    expect([from, within, until].map((now) => seen(stranger, now, 'liaison'))).toEqual([OURS, OURS, OURS]);
    expect(seen(stranger, after, 'liaison')).toBeUndefined();
    expect(seen(stranger, '2026-03-09T08:59:59.999Z', 'liaison')).toBeUndefined();
  });
  it('is not counsel’s part by a cover, whatever else one is', () => {
    expect(seen(stranger, within, 'claims', 'liaison')).toEqual(OURS);
    expect(seen(stranger, within, 'claims')).toBeUndefined();
  });
});
