import type { DomainEvent, EventType } from '#kernel/core';
import { projecting, recorded } from '#kernel/readers/testing';
import { type ConcernFact, concernCatalogue } from '../../concern/concern.events.js';
import * as one from '../../concern/concern.examples.js';
import * as end from '../../concern/ending.examples.js';
import { concernStatus } from './concern-status.projection.js';
import type { ConcernStatusRow } from './concern-status.row.js';

type Row = Omit<ConcernStatusRow, 'org' | 'id'>;
const rowAfter = (...facts: readonly ConcernFact[]) =>
  facts.reduce<Row | undefined>((row, fact) => {
    const fold = concernStatus.on[fact.type] as ((event: DomainEvent, row?: Row) => Row | undefined) | undefined;
    return fold ? fold(recorded(fact), row) : row;
  }, undefined) as Row;

/** What the submitter could tell apart. */
const seen = ({ said, revision: _revision, position: _position, ...row }: Row) => ({
  ...row,
  said: said.map(({ eventId: _eventId, ...one }) => one),
});

describe('what a submitter sees', () => {
  it('tells where it is, and what was said to them', () =>
    projecting(concernStatus)
      .given(
        ...[
          one.submitted,
          one.receipted,
          one.acknowledged,
          one.triaged,
          one.written,
          one.delayed,
          one.responded,
          end.closed,
        ].map((fact) => recorded<ConcernFact>(fact)),
      )
      .thenRows({
        stage: 'closed',
        assigned: true,
        language: 'es',
        receivedAt: one.monday,
        codes: [one.code],
        said: [
          expect.objectContaining({ type: 'ConcernAcknowledged', shared: { message: one.acknowledged.data.message } }),
          expect.objectContaining({
            type: 'ConcernMessageExchanged',
            from: 'staff',
            shared: { words: one.written.data.words },
          }),
          expect.objectContaining({ type: 'DelayNoticeSent', newDate: one.delayed.data.newDate }),
          expect.objectContaining({ type: 'ConcernResponded' }),
          expect.objectContaining({ type: 'ConcernClosed', shared: { changeMade: end.closed.data.changeMade } }),
        ],
      }));

  it('holds only fields that patients are told (label SHARED)', () => {
    const row = rowAfter(
      one.submitted,
      one.acknowledged,
      one.triaged,
      one.written,
      one.delayed,
      one.responded,
      end.closed,
    );
    for (const { type, shared } of row.said) {
      const shape: EventType | undefined = concernCatalogue.find((one) => one.type === type);
      const labels = Object.entries(shape?.fields ?? {}).flatMap(([name, { label }]) =>
        name in shared ? [label] : [],
      );
      expect([type, [...new Set(labels)]]).toEqual([type, ['SHARED']]);
    }
  });

  // Non-interference: what staff do among themselves changes nothing that the submitter could notice.
  it.each<readonly ConcernFact[]>([
    [one.acted],
    [one.classified],
    [one.asGrievance],
    [one.followUpStarted],
    [one.assigned],
    [end.converted, end.outcomeNoted],
    [end.absorbed],
    [end.spamProposed],
    [end.spamProposed, end.spam],
    [end.spamProposed, end.spam, end.cleared],
    [one.identityDisclosed],
    [{ ...one.supplemented, data: { ...one.supplemented.data, from: 'staff' } }],
  ])('is the same whether or not there was: $type', (...unseen) => {
    const facts = [one.submitted, one.receipted, one.acknowledged] as const;
    expect(seen(rowAfter(...facts, ...unseen))).toEqual(seen(rowAfter(...facts)));
  });
  it('is the same for a doubted concern, one of somebody at risk, and another one’s words', () => {
    const other = {
      ...one.submitted,
      data: { ...one.submitted.data, quarantine: 'flood', stillAtRisk: true, narrative: { clear: 'Something else.' } },
    } as const;
    expect(seen(rowAfter(other))).toEqual(seen(rowAfter(one.submitted)));
  });
  it('knows no more facts than these', () =>
    expect(Object.keys(concernStatus.on).sort()).toEqual(
      [
        'ConcernSubmitted',
        'ConcernReceiptIssued',
        'ConcernAcknowledged',
        'ConcernTriaged',
        'ConcernSupplemented',
        'ConcernMessageExchanged',
        'DelayNoticeSent',
        'ConcernResponded',
        'ConcernClosed',
        'ConcernRedirected',
        'ConcernWithdrawn',
        'ConcernReopened',
        'ConcernMerged',
      ].sort(),
    ));
});
