/** How a notice reaches somebody: in the inbox of the application, or, where it cannot wait, by a page as well. */
export type Urgency = 'notice' | 'page';

/** Whom a notice is for: one person, everybody who holds a role, or who is on call for a duty at that moment. */
export type Addressee = { readonly person: string } | { readonly role: string } | { readonly duty: string };

/** A notice that somebody is to get: which one, about which stream, and codes that its words are made of. No free text. */
export interface Notice {
  /** Names the words, as in `severe-harm-reported`. */
  readonly code: string;
  readonly urgency: Urgency;
  readonly to: Addressee;
  /** The stream that it is about, `<category>-<uuid>`. */
  readonly about: string;
  /** Codes, ids and times that the words name. */
  readonly params?: Readonly<Record<string, string>>;
}

/**
 * Where an effect stands. `pending` waits for its turn, `sending` is with the provider right now, `sent` was taken,
 * `unknown` may or may not have been taken and is never sent again by itself, `dead` was refused for good or tried too
 * often, `held` waits for a person after a restore.
 */
export const EFFECT_STATES = ['pending', 'sending', 'sent', 'unknown', 'dead', 'held'] as const;
export type EffectState = (typeof EFFECT_STATES)[number];

/** What a person may decide about an effect that is `unknown`, `dead` or `held`. */
export const RESOLUTIONS = ['sent', 'resend', 'give-up'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** An effect as an operator sees it: whom it is for by id, and never by address. */
export interface EffectTask {
  readonly id: string;
  readonly key: string;
  readonly code: string;
  readonly about: string;
  readonly person: string;
  readonly state: EffectState;
  readonly attempts: number;
  readonly trouble?: string;
  readonly askedAt: string;
}
