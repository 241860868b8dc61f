import { BadGatewayException, MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import { NotAllowed, NotAuthenticated, ProviderUnreachable } from '#kernel/access';
import { Refusal } from '#kernel/core';
import { KeyReused, StaleRevision } from '#kernel/ledger';
import { faultOf } from './fault.js';
import { problemOf } from './problem-of.js';

const coded = (code: string, message = 'it broke') => Object.assign(new Error(message), { code });

describe('An error at the edge', () => {
  it.each([
    [new Refusal('safety-event/not-triaged', 'Triage it first.'), 409, '/problems/safety-event/not-triaged'],
    [new Refusal('safety-event/not-found', 'No such record.'), 404, '/problems/not-found'],
    [new NotFoundException('Cannot GET /v1/secret'), 404, '/problems/not-found'],
    [new StaleRevision(7), 412, '/problems/request/stale-revision'],
    [new KeyReused(), 422, '/problems/request/key-reused'],
    [new NotAuthenticated('This needs a bearer token.'), 401, '/problems/access/unauthenticated'],
    [new NotAllowed('safety-event.triage'), 403, '/problems/access/not-allowed'],
    [new ProviderUnreachable('away'), 503, '/problems/unavailable'],
    [new MethodNotAllowedException(), 405, '/problems/request/invalid'],
    [new BadGatewayException(), 500, '/problems/internal'],
    [new Error('select secret from patients'), 500, '/problems/internal'],
    ['a thrown string', 500, '/problems/internal'],
  ])('gets its status: %s', (error, status, type) => {
    expect(problemOf(error).problem).toMatchObject({ status, type });
  });

  it('says the same for everything that is not there', () => {
    const bodies = [
      new Refusal('safety-event/not-found', 'x', 'id'),
      new Refusal('person/not-found', 'y'),
      new NotFoundException(),
    ];
    expect(new Set(bodies.map((error) => JSON.stringify(problemOf(error).problem))).size).toBe(1);
  });

  it('names the field of a refusal and the revision of a stale command', () => {
    const { problem } = problemOf(new Refusal('safety-event/time-in-future', 'It has not happened yet.', 'eventAt'));
    expect(problem.errors).toEqual([{ field: 'eventAt', says: 'It has not happened yet.' }]);
    expect(problemOf(new StaleRevision(7)).problem.revision).toBe(7);
  });

  it.each([
    coded('ECONNREFUSED'),
    coded('57P01'),
    coded('57P03'),
    coded('53300'),
    coded('57014'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Connection terminated unexpectedly'),
    Object.assign(new Error('query failed'), { driverError: coded('08006') }),
    new Error('wrapped', { cause: coded('ECONNRESET') }),
  ])('is worth another try when the database is away: %s', (error) => {
    const { problem, headers } = problemOf(error);
    expect(problem.status).toBe(503);
    expect(headers).toEqual({ 'retry-after': '2' });
  });

  it('tells the caller nothing of what went wrong inside, and the log nothing of what was stored', () => {
    const error = Object.assign(coded('23505', 'duplicate key (name)=(Ana Planted)'), {
      severity: 'ERROR',
      constraint: 'one_name',
    });
    const { problem, fault } = problemOf(error);
    expect(fault).toBe(true);
    expect(JSON.stringify(problem)).not.toMatch(/Planted|duplicate/);
    expect(faultOf(error)).toMatchObject({ error: 'Error', code: '23505', constraint: 'one_name' });
    expect(JSON.stringify(faultOf(error))).not.toMatch(/Planted/);
    expect(faultOf(new TypeError('x is undefined')).says).toBe('x is undefined');
  });
});
