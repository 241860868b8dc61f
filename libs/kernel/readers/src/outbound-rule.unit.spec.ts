import { code, eventType, type Label, open } from '#kernel/core';
import { leaves } from './outbound-rule.js';

const labeled = (...labels: readonly Label[]) =>
  eventType(
    'SomethingDone',
    1,
    Object.fromEntries(labels.map((label, index) => [`field${index}`, open(label, code(['a']))])),
  );

describe('what may leave', () => {
  it.each([
    ['by-name', []],
    ['by-name', ['OPER', 'PHI', 'SHARED', 'LEGAL']],
    ['by-name', ['OPER', 'IDENT']],
    ['never', ['IDENT']],
    ['never', ['OPER', 'CARE']],
    ['never', ['PEER', 'CARE']],
    ['as-changed', ['OPER', 'PEER']],
    ['as-changed', ['PSWP', 'PHI', 'IDENT']],
  ] as const)('%s: an event type with fields %j', (expected, labels) => {
    expect(leaves(labeled(...labels))).toBe(expected);
  });
});
