import type { Shown } from '#kernel/privacy';

/** These fields of what was said, as far as they are there. */
export const picked = <const N extends string>(said: Shown, names: readonly N[]): { readonly [K in N]?: unknown } =>
  Object.fromEntries(names.filter((name) => said[name] !== undefined).map((name) => [name, said[name]])) as {
    readonly [K in N]?: unknown;
  };
