import { type Action, may } from '#kernel/access';
import type { Context } from '#kernel/assembly';
import type { EventType, Label, Role } from '#kernel/core';
import { categoryIn, type EnvelopeCloudEvent, kebab, nameless, typeIn } from '#kernel/readers';

/** What the live feed may tell to whom: nothing that they could not read by asking. */
export class FeedRights {
  private readonly labels: ReadonlyMap<string, readonly Label[]>;
  private readonly watched: ReadonlyMap<string, Action>;

  constructor(catalogue: readonly EventType[], contexts: readonly Pick<Context, 'watched'>[]) {
    this.labels = new Map(
      catalogue.map(({ type, fields }) => [kebab(type), Object.values(fields).map(({ label }) => label)]),
    );
    this.watched = new Map(contexts.flatMap(({ watched = {} }) => Object.entries(watched)));
  }

  /**
   * The envelope as somebody with these roles may have it: with its event type where they see a field of such an event,
   * else only that the stream changed; nothing where they may not read all streams of its kind.
   */
  shown(envelope: EnvelopeCloudEvent, roles: readonly Role[]): EnvelopeCloudEvent | undefined {
    const action = this.watched.get(categoryIn(envelope));
    const grant = action && may(roles, action);
    if (grant?.scope !== 'all') return undefined;
    const known = this.labels.get(typeIn(envelope));
    return known?.some((label) => grant.labels.includes(label)) ? envelope : nameless(envelope);
  }
}
