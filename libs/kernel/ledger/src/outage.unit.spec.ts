import { isOutage } from './outage.js';

const withCode = (code: string) => Object.assign(new Error('no'), { code });

describe('an outage', () => {
  it.each([
    '57P01',
    '57P03',
    '08006',
    '08P01',
    '40001',
    '40P01',
    '55P03',
    '53300',
    'ECONNRESET',
    'ECONNREFUSED',
    'EPIPE',
  ])('is %s: the same batch may be sent again', (code) => expect(isOutage(withCode(code))).toBe(true));

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client was closed and is not queryable',
    'Client has encountered a connection error and is not queryable',
    'Query read timeout',
  ])('is "%s", which the driver says without a code', (message) => expect(isOutage(new Error(message))).toBe(true));

  it.each(['23505', '22P02', 'FT003', '42501', '57014'])('is not %s: that is about the statement itself', (code) =>
    expect(isOutage(withCode(code))).toBe(false),
  );

  it('is nothing that is no error of the driver', () => {
    expect(isOutage(new Error('Position 1e300 is beyond what a number can hold'))).toBe(false);
    expect(isOutage('ECONNRESET')).toBe(false);
  });
});
