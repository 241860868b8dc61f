import { code, eventType, open } from '#kernel/core';
import { changedEnvelopeOf, envelopeOf } from '#kernel/readers';
import { recorded } from '#kernel/readers/testing';
import { FeedRights } from './feed-rights.js';

const what = open('OPER', code(['a']));
const rights = new FeedRights(
  [
    eventType('SafetyEventTriaged', 1, { what }),
    eventType('SettlementOffered', 1, { amount: open('LEGAL', code(['a'])) }),
    eventType('PersonRegistered', 1, { what }),
    eventType('SubjectErased', 1, { what }),
  ],
  [{ watched: { 'safety-event': 'safety-event.list', person: 'person.read' } }, {}],
);

const told = (type: string, category: string) =>
  envelopeOf(recorded({ type, data: {} }, { stream: `${category}-0190c4f0-0000-7000-8000-000000000001` }));
const triaged = told('SafetyEventTriaged', 'safety-event');

describe('what the feed may tell', () => {
  it('is everything about a record that one may read, with what happened to it', () => {
    expect(rights.shown(triaged, ['risk-manager'])).toEqual(triaged);
  });

  it('is only that it changed, where one sees no field of it', () => {
    const shown = rights.shown(triaged, ['auditor']);
    expect(shown).toEqual({ ...triaged, type: 'org.forthright.safety-event.changed.v1' });
  });

  it('is only that it changed, where the event has no label that one sees', () => {
    const offered = told('SettlementOffered', 'safety-event');
    expect(rights.shown(offered, ['risk-manager'])?.type).toBe('org.forthright.safety-event.changed.v1');
  });

  it('is only that it changed, where the event type is unknown here, or came without its name', () => {
    const strange = told('SafetyEventTurnedAround', 'safety-event');
    expect(rights.shown(strange, ['risk-manager'])?.type).toBe('org.forthright.safety-event.changed.v1');
    const nameless = changedEnvelopeOf(
      recorded({ type: 'SafetyEventTriaged', data: {} }, { stream: `safety-event-${triaged.subject.split('/')[1]}` }),
    );
    expect(rights.shown(nameless, ['risk-manager'])).toEqual(nameless);
  });

  it('is nothing to those who may read their own records only, or none', () => {
    expect(rights.shown(triaged, ['reporter'])).toBeUndefined();
    expect(rights.shown(triaged, ['org-admin'])).toBeUndefined();
    expect(rights.shown(triaged, [])).toBeUndefined();
    expect(rights.shown(told('PersonRegistered', 'person'), ['risk-manager'])).toBeUndefined();
  });

  it('is nothing of streams that no context lets be watched', () => {
    expect(rights.shown(told('SubjectErased', 'subject'), ['risk-manager', 'org-admin', 'auditor'])).toBeUndefined();
  });
});
