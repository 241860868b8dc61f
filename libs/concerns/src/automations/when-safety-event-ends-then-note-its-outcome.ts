import { type Recorded, streamId } from '#kernel/core';
import { type Act, automation } from '#kernel/readers';
import type { SafetyEventFact } from '#safety-events/contracts';
import { NoteSafetyEventOutcome } from '../commands/note-safety-event-outcome/note-safety-event-outcome.command.js';

type Outcome = NoteSafetyEventOutcome['data']['outcome'];

const noting =
  (outcome: Outcome) =>
  ({ stream }: Recorded<SafetyEventFact>, act: Act) =>
    new NoteSafetyEventOutcome({ safetyEventId: streamId(stream), outcome }, act());

/** What was promised when a safety event was made of a concern is due when that event ends (domain.md 8.15 no. 9). */
export const whenSafetyEventEndsThenNoteItsOutcome = automation<SafetyEventFact>({
  name: 'concerns.when-safety-event-ends-then-note-its-outcome',
  version: 1,
  on: {
    SafetyEventClosed: noting('closed'),
    SafetyEventRedirected: noting('redirected'),
    SafetyEventVoided: noting('voided'),
    SafetyEventTransferred: noting('transferred'),
  },
});
