import { type Actor, type Recorded, streamId } from '#kernel/core';

/** An event's envelope as a CloudEvent 1.0: ids, type and times, never its content. */
export interface EnvelopeCloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly ledger: number;
  readonly position: string;
  readonly revision: number;
  readonly tenantid: string;
  readonly actorkind: Actor['kind'];
  readonly correlationid: string;
  readonly causationid?: string;
}

/** The envelope of a recorded event. `position` is text, since a CloudEvent's whole numbers end at 2^31. */
export const envelopeOf = (event: Recorded): EnvelopeCloudEvent =>
  envelope(event, `${kebab(event.type)}.v${event.schemaVersion}`);

/** The envelope that says that a stream changed, and not how. */
export const changedEnvelopeOf = (event: Recorded): EnvelopeCloudEvent => nameless(envelopeOf(event));

/** The same envelope without its event type. */
export const nameless = (envelope: EnvelopeCloudEvent): EnvelopeCloudEvent => ({
  ...envelope,
  type: `org.forthright.${categoryIn(envelope)}.changed.v1`,
});

/** The category of the stream that an envelope is about, as in `safety-event`. */
export const categoryIn = ({ subject }: EnvelopeCloudEvent): string => subject.slice(0, subject.indexOf('/'));

/** The event type of an envelope as it stands in its `type`: `safety-event-triaged`. */
export const typeIn = ({ type }: EnvelopeCloudEvent): string => type.split('.')[3] ?? '';

const envelope = (event: Recorded, what: string): EnvelopeCloudEvent => {
  const id = streamId(event.stream);
  const category = event.stream.slice(0, -id.length - 1);
  return {
    specversion: '1.0',
    id: event.eventId,
    source: `/tenants/${event.org}/${category}`,
    type: `org.forthright.${category}.${what}`,
    subject: `${category}/${id}`,
    time: event.occurredAt,
    recordedtime: event.recordedAt,
    ledger: event.ledger,
    position: String(event.position),
    revision: event.revision,
    tenantid: event.org,
    actorkind: event.actor.kind,
    correlationid: event.correlationId,
    ...(event.causationId && { causationid: event.causationId }),
  };
};

/** An event type as envelopes write it. */
export const kebab = (type: string): string => type.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
