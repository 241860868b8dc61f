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

export type WriteAddendum = DomainCommand<'WriteAddendum', { words: string; writer: Writer }>;
export type ExchangeReporterMessage = DomainCommand<
  'ExchangeReporterMessage',
  {
    words: string;
    /** How it reached them. Absent: signed in, or by the code where nobody is known. */
    channel?: ReporterChannel;
    writer: Writer;
  }
>;
export type GiveReporterFeedback = DomainCommand<
  'GiveReporterFeedback',
  { summary: string; changeMade?: boolean; channel: ReporterChannel; at: Instant; by: string }
>;

/** More, beside the first words, which stay as they were sent. */
export const writeAddendum = (
  { words, writer }: WriteAddendum['data'],
  safetyEvent: SafetyEvent,
): readonly SafetyEventFact[] => {
  checkWriter(writer, safetyEvent);
  living(safetyEvent);
  const said = { words: secret(words) };
  if (writer.as === 'holder') return [{ type: 'AddendumWritten', data: { ...said, author: 'reporter_by_code' } }];
  return [{ type: 'AddendumWritten', data: { ...said, author: writer.as, writtenBy: writer.by } }];
};

/** A question to whoever reported, or their answer. */
export const exchangeMessage = (
  { words, channel, writer }: ExchangeReporterMessage['data'],
  safetyEvent: SafetyEvent,
): readonly SafetyEventFact[] => {
  checkWriter(writer, safetyEvent);
  const before = living(safetyEvent);
  const said = { words: secret(words) };
  const from = { ...said, direction: 'from_reporter' } as const;
  switch (writer.as) {
    case 'holder':
      return [{ type: 'ReporterMessageExchanged', data: { ...from, channel: 'tracking_code' } }];
    case 'reporter':
      return [{ type: 'ReporterMessageExchanged', data: { ...from, channel: 'in_app', writtenBy: writer.by } }];
    default: {
      checkReachable(before);
      const way = channel ?? (before.reporter ? 'in_app' : 'tracking_code');
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
  { summary, changeMade, channel, at, by }: GiveReporterFeedback['data'],
  before: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  checkReachable(before);
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
const checkWriter = (writer: Writer, safetyEvent: SafetyEvent): void => {
  if (!isTheirs(writer, safetyEvent)) refuse('safety-event/not-found', 'There is no such safety event.');
};

const isTheirs = (writer: Writer, safetyEvent: SafetyEvent): boolean => {
  if (writer.as === 'staff') return true;
  const report = safetyEvent.status === 'merged' ? safetyEvent.before : safetyEvent;
  if (!('eventClass' in report)) return false; // whose it was is not known any more
  return writer.as === 'holder' ? writer.codeHash === report.codeHash : writer.by === report.reporter;
};

const checkReachable = ({ reporter, codeHash, absorbed }: LivingSafetyEvent): void => {
  if (!reporter && !codeHash && absorbed.length === 0)
    refuse('safety-event/nobody-to-reach', 'Nobody is known who reported it, and no code was given out for it.');
};
