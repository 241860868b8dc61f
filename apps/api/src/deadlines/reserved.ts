import type { Caller } from '#kernel/access';
import { reservedStreamsOf } from '#kernel/assembly';
import { contexts } from '../contexts.js';

const RESERVED = reservedStreamsOf(contexts);

/** The kinds of streams of whose clocks one role alone hears: all of them, and those that people with these roles hear of. */
export const reservedFor = (
  roles: Caller['roles'],
): { readonly all: readonly string[]; readonly theirs: readonly string[] } => {
  const all = [...RESERVED.keys()];
  return { all, theirs: all.filter((category) => roles.some((role) => role === RESERVED.get(category))) };
};

/** Whether somebody may hear at all of clocks on this stream. */
export const mayHear = ({ roles }: Pick<Caller, 'roles'>, stream: string): boolean => {
  const role = RESERVED.get(stream.slice(0, -37));
  return role === undefined || roles.some((one) => one === role);
};
