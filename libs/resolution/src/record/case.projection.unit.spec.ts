import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projecting, recorded } from '#kernel/readers/testing';
import { billNoted } from '../resolution-case/care.examples.js';
import { requested } from '../resolution-case/resolution-case.examples.js';
import { resolutionCase } from './case.projection.js';

const EVENTS = join(import.meta.dirname, '../resolution-case');

describe('what a case keeps', () => {
  it('is every type of fact that is declared for a case', () => {
    const declared = readdirSync(EVENTS)
      .filter((file) => file.endsWith('.events.ts'))
      .flatMap((file) => [...readFileSync(join(EVENTS, file), 'utf8').matchAll(/eventType\(\s*'(\w+)'/g)])
      .map(([, type]) => type);
    expect(declared.length).toBeGreaterThan(70);
    expect(Object.keys(resolutionCase.on).sort()).toEqual(declared.sort());
  });

  it('is each fact in order, as it was recorded', () => {
    const asked = recorded(requested);
    const bill = recorded(billNoted('2026-03-05T12:00:00.000Z'));
    const facts = [asked, bill].map((fact) => expect.objectContaining({ type: fact.type, data: fact.data }));
    return projecting(resolutionCase).given(asked, bill).thenRows({ facts, revision: bill.revision });
  });
});
