import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { ReporterChannel } from './follow-up.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { type LivingSafetyEvent, living, type SafetyEvent } from './safety-event.rules.js';
import { checkOrder } from './safety-event.times.js';

/**
 * Who writes: somebody here about any safety event, a reporter about what they reported themselves, or whoever holds
 * the code of a report, of whom nothing else is known (INV-12).
 */
export type Writer =
  | { readonly as: 'staff' | 'reporter'; readonly by: string }
  | { readonly as: 'holder'; readonly codeHash: string };

/**
 * What is known of whoever reported. Rules do not remember it with the rest: what they remember is shown to more people
 * than may know who reported.
 */
export interface KnownReporter {
  readonly reporter?: string;
  /** The keyed hash of the code that was given out for the report. */
  readonly codeHash?: string;
}

export type WriteAddendum = DomainCommand<'WriteAddendum', { words: string; writer: Writer; of: KnownReporter }>;
export type ExchangeReporterMessage = DomainCommand<
  'ExchangeReporterMessage',
  {
    words: string;
    /** How it reached them. Absent: signed in, or by the code where nobody is known. */
    channel?: ReporterChannel;
    writer: Writer;
    of: KnownReporter;
  }
>;
export type GiveReporterFeedback = DomainCommand<
  'GiveReporterFeedback',
  {
    summary: string;
    changeMade?: boolean;
    channel: ReporterChannel;
    of: KnownReporter;
    at: Instant;
    by: string;
  }
>;

/** More, beside the first words, which stay as they were sent. */
export const writeAddendum = (
  { words, writer, of }: WriteAddendum['data'],
  safetyEvent: SafetyEvent,
): readonly SafetyEventFact[] => {
  checkWriter(writer, of);
  living(safetyEvent);
  const said = { words: secret(words) };
  if (writer.as === 'holder') return [{ type: 'AddendumWritten', data: { ...said, author: 'reporter_by_code' } }];
  return [{ type: 'AddendumWritten', data: { ...said, author: writer.as, writtenBy: writer.by } }];
};

/** A question to whoever reported, or their answer. */
export const exchangeMessage = (
  { words, channel, writer, of }: ExchangeReporterMessage['data'],
  safetyEvent: SafetyEvent,
): readonly SafetyEventFact[] => {
  checkWriter(writer, of);
  const before = living(safetyEvent);
  const said = { words: secret(words) };
  const from = { ...said, direction: 'from_reporter' } as const;
  switch (writer.as) {
    case 'holder':
      return [{ type: 'ReporterMessageExchanged', data: { ...from, channel: 'tracking_code' } }];
    case 'reporter':
      return [{ type: 'ReporterMessageExchanged', data: { ...from, channel: 'in_app', writtenBy: writer.by } }];
    default: {
      checkReachable(of, before);
      const way = channel ?? (of.reporter ? 'in_app' : 'tracking_code');
      return [
        {
          type: 'ReporterMessageExchanged',
          data: { ...said, direction: 'to_reporter', channel: way, writtenBy: writer.by },
        },
      ];
    }
  }
};

/** What came of it, told to whoever reported, and to those whose reports were merged into it (PSSM 4A; 8.16). */
export const giveFeedback = (
  { summary, changeMade, channel, of, at, by }: GiveReporterFeedback['data'],
  before: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  checkReachable(of, before);
  checkOrder(before.eventAt, at);
  return [
    {
      type: 'ReporterFeedbackGiven',
      data: {
        summary: secret(summary),
        ...(changeMade !== undefined && { changeMade }),
        channel,
        givenAt: at,
        givenBy: by,
      },
    },
  ];
};

/** Another's report, or one under another code, reads like one that does not exist, whatever became of it. */
const checkWriter = (writer: Writer, of: KnownReporter): void => {
  const theirs =
    writer.as === 'staff' || (writer.as === 'holder' ? writer.codeHash === of.codeHash : writer.by === of.reporter);
  if (!theirs) refuse('safety-event/not-found', 'There is no such safety event.');
};

const checkReachable = ({ reporter, codeHash }: KnownReporter, { absorbed }: LivingSafetyEvent): void => {
  if (!reporter && !codeHash && absorbed.length === 0)
    refuse('safety-event/nobody-to-reach', 'Nobody is known who reported it, and no code was given out for it.');
};
