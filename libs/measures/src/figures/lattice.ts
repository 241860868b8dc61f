import { boundsOf, periodOf, periodsBetween } from '#kernel/clocks';
import type { Question } from './figure.js';

/**
 * The quarters that a question touches, and all their months: what is hidden from those who may not see small counts is
 * decided over these, whatever part of them is asked for. What is counted by years is counted by nothing else.
 */
export const latticeOf = (question: Question): readonly Question[] => {
  const { measure, kind, from, to } = question;
  if (kind === 'year') return [question];
  const [first, last] = [inKind(from, 'quarter'), inKind(to, 'quarter')];
  const [, , end = last] = periodsBetween(inKind(last, 'month'), `${last.slice(0, 4)}-12`);
  return [
    { measure, kind: 'quarter', from: first, to: last },
    { measure, kind: 'month', from: inKind(first, 'month'), to: end },
  ];
};

/** The period of another kind in which one begins. */
const inKind = (period: string, kind: Question['kind']): string => periodOf(boundsOf(period, 'UTC').from, 'UTC', kind);
