import { AddressLimits } from './address-limits.js';
import { markOf, neighbourhood } from './address-mark.js';
import { DEFAULT_LIMITS, readGateLimits } from './gate-limits.js';

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['nonsense', 'nonsense'],
  ])('%s belongs to %s', (address, place) => expect(neighbourhood(address)).toBe(place));

  it('is counted by a mark that does not tell it', () => {
    expect(markOf('192.0.2.7')).toBe(markOf('::ffff:192.0.2.7'));
    expect(markOf('192.0.2.7')).not.toBe(markOf('192.0.2.8'));
    expect(markOf('192.0.2.7')).toMatch(/^[\w-]{43}$/);
  });

  it('may do each thing so often, and is told when to come again', async () => {
    const limits = new AddressLimits({
      byAddress: { ...DEFAULT_LIMITS.byAddress, submit: { perMinute: 2, perTenMinutes: 3 } },
    });
    expect(await limits.take('submit', 'a')).toBeUndefined();
    expect(await limits.take('submit', 'a')).toBeUndefined();
    const seconds = await limits.take('submit', 'a');
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(await limits.take('submit', 'b')).toBeUndefined();
    expect(await limits.take('look', 'a')).toBeUndefined();
  });
});

describe('the limits', () => {
  it('are the stated ones, unless the environment says otherwise', () => {
    expect(readGateLimits({})).toEqual(DEFAULT_LIMITS);
    expect(readGateLimits({ PUBLIC_SUBMISSIONS_PER_MINUTE: '3', PUBLIC_QUARANTINE_AT_MOST: '50' })).toMatchObject({
      byAddress: { submit: { perMinute: 3, perTenMinutes: 12 }, look: DEFAULT_LIMITS.byAddress.look },
      flood: { quarantineAbove: 200, quarantineAtMost: 50 },
    });
  });

  it.each(['0', '-1', 'many', '1e3', '12345678'])('cannot be %j', (told) =>
    expect(() => readGateLimits({ PUBLIC_QUARANTINE_ABOVE: told })).toThrow('PUBLIC_QUARANTINE_ABOVE'),
  );
});
