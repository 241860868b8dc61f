import { uuid } from '#kernel/core';
import { Mistake } from '../session/mistake.js';

/** An argument that must be an id, in whatever case it was typed. Throws a {@link Mistake} that names it. */
export const idArgument = (text: string): string => {
  const id = text.toLowerCase();
  if (uuid().problem(id))
    throw new Mistake(`"${text}" is not an id: ids look like 0192a000-0000-7000-8000-000000000010.`);
  return id;
};
