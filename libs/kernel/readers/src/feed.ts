import type { EnvelopeCloudEvent } from './cloud-event.js';

/** What an api hears of the live feed. */
export interface FeedListener {
  /** An envelope came. It may be late, and it may come twice. */
  told(envelope: EnvelopeCloudEvent): void;
  /** Nothing comes any more, for now. */
  interrupted(): void;
  /** From now on envelopes come. What was sent before may be missing. */
  begun(): void;
}

/** The end of the live feed that an api listens at. */
export abstract class FeedReceiver {
  /** Says everything that comes to one listener. Called once. */
  abstract listen(listener: FeedListener): void;
  abstract close(): Promise<void>;
}

/** The end of the live feed that a worker speaks into. */
export interface FeedSender {
  /** Gives an envelope to every api that listens. Throws where it could not. */
  send(envelope: EnvelopeCloudEvent): Promise<void>;
}
