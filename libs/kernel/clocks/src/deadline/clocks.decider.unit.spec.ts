import { Refusal } from '#kernel/core';
import { both, contact, grave, leo, promise, rosa, Telling } from './deadline.examples.js';

// Monday March 2nd 2026, 09:00 in Chicago: two business days end as Wednesday does.
const MONDAY = '2026-03-02T15:00:00.000Z';
const DUE = '2026-03-05T05:59:59.999Z';
const HALF = '2026-03-03T22:29:59.999Z';
const LAST_DAY = '2026-03-04T06:00:00.000Z';
const TOO_LATE = '2026-03-05T06:00:00.000Z';

const opened = (at = MONDAY, owner?: string) => ({ type: 'Opened', data: { at, ...(owner && { owner }) } }) as const;
const answered = (at: string) => ({ type: 'Answered', data: { at } }) as const;
const running = () => {
  const toy = new Telling().when(opened());
  toy.tend(MONDAY);
  return toy;
};
const refusing = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'allowed';
};

describe('a clock', () => {
  it('starts with its event, once, however often it is tended', () => {
    const toy = new Telling().when(opened());
    expect(toy.tend(MONDAY)).toEqual([`Started ${DUE}`]);
    expect(toy.tend(MONDAY)).toEqual([]);
    expect(toy.last).toMatchObject({ state: 'running', dueAt: DUE, limitAt: DUE, bornOverdue: false, zone: toy.zone });
    expect(toy.last.reminders).toEqual({ half: HALF, due: LAST_DAY });
  });

  it('is met at the very last instant, and missed one millisecond later', () => {
    const inTime = running().when(answered(DUE));
    expect(inTime.tend(DUE)).toEqual(['Met']);
    expect(inTime.last).toMatchObject({ state: 'met', metAt: DUE });
    const late = running().when(answered(TOO_LATE));
    expect(late.tend(TOO_LATE)).toEqual([`Missed ${DUE}`, 'Met late']);
    expect(late.last).toMatchObject({ state: 'missed', metAt: TOO_LATE });
    expect(late.tend(TOO_LATE)).toEqual([]);
  });

  it('reminds at half of its time and as its last day begins, and is missed when that is over', () => {
    const toy = running();
    expect(toy.tend('2026-03-03T22:29:59.998Z')).toEqual([]);
    expect(toy.tend(HALF)).toEqual(['Reminded half']);
    expect(toy.tend(HALF)).toEqual([]);
    expect(toy.tend(LAST_DAY)).toEqual(['Reminded due']);
    expect(toy.tend(DUE)).toEqual([]);
    expect(toy.tend(TOO_LATE)).toEqual([`Missed ${DUE}`]);
    expect(toy.tend('2026-05-01T00:00:00.000Z')).toEqual([]);
  });

  it('says of two reminders that come together only the last, and of one that is over none', () => {
    expect(running().tend(LAST_DAY)).toEqual(['Reminded due']);
    expect(running().tend(TOO_LATE)).toEqual([`Missed ${DUE}`]);
  });

  it('counts what was done in time though it is entered late: missed turns into met', () => {
    const toy = running();
    toy.tend(TOO_LATE);
    toy.when(answered(LAST_DAY), '2026-03-06T15:00:00.000Z');
    expect(toy.tend('2026-03-06T15:00:00.000Z')).toEqual(['Met']);
    expect(toy.last.state).toBe('met');
  });

  it('is born overdue where it was past when it was recorded, and is still owed', () => {
    const toy = new Telling().when(opened(), '2026-03-09T15:00:00.000Z');
    expect(toy.tend('2026-03-09T15:00:00.000Z')).toEqual([`Started ${DUE}`, `Missed ${DUE}`]);
    expect(toy.last).toMatchObject({ state: 'missed', bornOverdue: true });
    expect(toy.last.metAt).toBeUndefined();
  });

  it('that a worker finds too late was not born so', () => {
    const toy = new Telling().when(opened());
    toy.tend('2026-03-09T15:00:00.000Z');
    expect(toy.last).toMatchObject({ state: 'missed', bornOverdue: false });
  });

  it('runs anew from a corrected start: missed becomes met, and back', () => {
    const toy = running().when(answered(TOO_LATE));
    toy.tend(TOO_LATE);
    toy.when({ type: 'OpeningCorrected', data: { at: '2026-03-03T15:00:00.000Z' } }, '2026-03-06T15:00:00.000Z');
    expect(toy.tend('2026-03-06T15:00:00.000Z')).toEqual(['Recomputed 2026-03-06T05:59:59.999Z', 'Met']);
    toy.when({ type: 'OpeningCorrected', data: { at: MONDAY } }, '2026-03-07T15:00:00.000Z');
    expect(toy.tend('2026-03-07T15:00:00.000Z')).toEqual([`Recomputed ${DUE}`, `Missed ${DUE}`, 'Met late']);
    expect(toy.tend('2026-03-07T15:00:00.000Z')).toEqual([]);
  });

  it('waits for all parts, and is done with the last', () => {
    const toy = new Telling().when(opened());
    toy.definitions = [both];
    toy.when({ type: 'PartDone', data: { at: '2026-03-03T15:00:00.000Z', part: 'left' } });
    expect(toy.tend('2026-03-03T15:00:00.000Z')).toEqual(['Started 2026-03-06T05:59:59.999Z']);
    toy.when({ type: 'PartDone', data: { at: '2026-03-04T15:00:00.000Z', part: 'right' } });
    expect(toy.tend('2026-03-04T15:00:00.000Z')).toEqual(['Met']);
    expect(toy.last.metAt).toBe('2026-03-04T15:00:00.000Z');
  });

  it('that rolls stops with the event that starts the next', () => {
    const toy = new Telling().when({ type: 'Contacted', data: { at: MONDAY } });
    toy.definitions = [contact];
    toy.tend(MONDAY);
    toy.when({ type: 'Contacted', data: { at: '2026-03-10T15:00:00.000Z' } });
    expect(toy.tend('2026-03-10T15:00:00.000Z')).toEqual(['Met', 'Started 2026-03-25T04:59:59.999Z']);
    expect(toy.all.map(({ state }) => state)).toEqual(['met', 'running']);
  });

  describe('with a length of its own', () => {
    const EIGHT_DAYS = '2026-03-11T04:59:59.999Z';
    const contacted = (at: string) => ({ type: 'Contacted', data: { at } }) as const;
    const wished = (days: number | 'none', at = MONDAY) => ({ type: 'RhythmWished', data: { at, days } }) as const;
    const rolling = () => {
      const toy = new Telling();
      toy.definitions = [contact];
      return toy;
    };

    it('starts with it, and keeps the definition for everything else', () => {
      const toy = rolling().when(wished(8)).when(contacted(MONDAY));
      expect(toy.tend(MONDAY)).toEqual([`Started ${EIGHT_DAYS}`]);
      expect(toy.last).toMatchObject({ clock: 'CALENDAR_DAYS', amount: 8, definition: 1 });
    });

    it('is reckoned anew from its start when that is told while it runs, once', () => {
      const toy = rolling().when(contacted(MONDAY));
      toy.tend(MONDAY);
      toy.when(wished(8, '2026-03-04T15:00:00.000Z'));
      expect(toy.tend('2026-03-04T15:00:00.000Z')).toEqual([`Recomputed ${EIGHT_DAYS}`]);
      expect(toy.tend('2026-03-04T15:00:00.000Z')).toEqual([]);
      expect(toy.last).toMatchObject({ startsAt: MONDAY, amount: 8, limitAt: EIGHT_DAYS });
      expect(toy.facts.at(-1)?.data).toMatchObject({
        clock: 'CALENDAR_DAYS',
        amount: 8,
        formerDueAt: '2026-03-17T04:59:59.999Z',
      });
    });

    it('was late, and is not with a longer one; nor the other way', () => {
      const toy = rolling().when(contacted(MONDAY));
      toy.tend(MONDAY);
      toy.tend('2026-03-20T15:00:00.000Z');
      expect(toy.last.state).toBe('missed');
      toy.when(wished(30, '2026-03-20T15:00:00.000Z'));
      expect(toy.tend('2026-03-20T15:00:00.000Z')).toEqual(['Recomputed 2026-04-02T04:59:59.999Z']);
      expect(toy.last.state).toBe('running');
      toy.when(wished(8, '2026-03-21T15:00:00.000Z'));
      expect(toy.tend('2026-03-21T15:00:00.000Z')).toEqual([`Recomputed ${EIGHT_DAYS}`, `Missed ${EIGHT_DAYS}`]);
    });

    it('keeps what was added to it by hand', () => {
      const toy = rolling().when(contacted(MONDAY));
      toy.tend(MONDAY);
      toy.change('ExtendDeadline', MONDAY, { units: 1, reason: 'complexity' });
      toy.when(wished(8, MONDAY));
      toy.tend(MONDAY);
      expect(toy.last).toMatchObject({ dueAt: '2026-03-12T04:59:59.999Z', limitAt: EIGHT_DAYS, extended: 1 });
    });

    it('is none where none is wished, until another wish and a contact after it', () => {
      const toy = rolling().when(contacted(MONDAY));
      toy.tend(MONDAY);
      expect(toy.when(wished('none', MONDAY)).tend(MONDAY)).toEqual(['Cancelled']);
      expect(toy.when(contacted('2026-03-03T15:00:00.000Z')).tend('2026-03-03T15:00:00.000Z')).toEqual([]);
      toy.when(wished(8, '2026-03-03T16:00:00.000Z')).when(contacted('2026-03-04T15:00:00.000Z'));
      expect(toy.tend('2026-03-04T15:00:00.000Z')).toEqual(['Started 2026-03-13T04:59:59.999Z']);
    });

    it('that rolls is not moved by what is told late of an earlier time', () => {
      const toy = rolling().when(contacted(MONDAY));
      toy.tend(MONDAY);
      toy.when(contacted('2026-02-27T15:00:00.000Z'), '2026-03-03T15:00:00.000Z');
      expect(toy.tend('2026-03-03T15:00:00.000Z')).toEqual([]);
    });
  });

  describe('with a date of its own', () => {
    const promised = (name: string, until: string, owner?: string) =>
      ({ type: 'Promised', data: { at: MONDAY, promise: name, until, ...(owner && { owner }) } }) as const;
    const FRIDAY = '2026-03-06T20:00:00.000Z';
    const promising = () => {
      const toy = new Telling().when(promised('call', FRIDAY, leo));
      toy.definitions = [promise];
      return toy;
    };

    it('runs until then, though its definition has no limit, and is its own person’s', () => {
      const toy = promising();
      expect(toy.tend(MONDAY)).toEqual([`Started ${FRIDAY}`]);
      expect(toy.last).toMatchObject({ until: FRIDAY, amount: 0, owner: leo, subject: 'call', bornOverdue: false });
      expect(toy.tend('2026-03-06T20:00:00.001Z')).toEqual([`Missed ${FRIDAY}`]);
    });

    it('runs beside others of its kind, each by its subject', () => {
      const toy = promising().when(promised('visit', DUE));
      toy.tend(MONDAY);
      toy.when({ type: 'PromiseKept', data: { at: MONDAY, promise: 'call' } });
      expect(toy.tend(MONDAY)).toEqual(['Met']);
      expect(toy.all.map(({ subject, state }) => [subject, state])).toEqual([
        ['call', 'met'],
        ['visit', 'running'],
      ]);
    });

    it('is not moved by being told again while it is open, nor by a pause', () => {
      const toy = promising();
      toy.tend(MONDAY);
      expect(toy.when(promised('call', DUE)).tend(MONDAY)).toEqual([]);
      toy.change('PauseDeadline', MONDAY, { reason: 'patient_wish' });
      expect(toy.change('ResumeDeadline', '2026-03-05T15:00:00.000Z')).toEqual([`Resumed ${FRIDAY}`]);
    });

    it('is extended by days that count from it', () => {
      const toy = promising();
      toy.tend(MONDAY);
      toy.change('ExtendDeadline', MONDAY, { units: 1, reason: 'complexity' });
      expect(toy.last).toMatchObject({ dueAt: '2026-03-08T05:59:59.999Z', limitAt: FRIDAY });
    });

    it('does not run where no limit is told and its definition has none', () => {
      const toy = new Telling().when(opened());
      const { amount: _, ...without } = toy.definitions[0]!;
      toy.definitions = [without];
      expect(toy.tend(MONDAY)).toEqual([]);
    });
  });

  it('ends with its record and comes back with it, as another deadline', () => {
    const toy = running().when({ type: 'Voided', data: {} }, '2026-03-03T15:00:00.000Z');
    expect(toy.tend('2026-03-03T15:00:00.000Z')).toEqual(['Cancelled']);
    expect(toy.tend(TOO_LATE)).toEqual([]);
    toy.when({ type: 'Unvoided', data: {} }, '2026-03-03T16:00:00.000Z');
    expect(toy.tend('2026-03-03T16:00:00.000Z')).toEqual([`Started ${DUE}`]);
    expect(toy.all.map(({ state, startsAt }) => [state, startsAt])).toEqual([
      ['cancelled', MONDAY],
      ['running', MONDAY],
    ]);
  });

  it('is cancelled by what makes it alone void, and not once it is met', () => {
    expect(running().when({ type: 'Reclassified', data: {} }).tend(MONDAY)).toEqual(['Cancelled']);
    const done = running().when(answered(MONDAY));
    done.tend(MONDAY);
    expect(done.when({ type: 'Voided', data: {} }).tend(MONDAY)).toEqual([]);
  });

  it('is not started by imported history, nor where no definition runs it', () => {
    expect(new Telling().when(opened(), MONDAY, 'imported-history').tend(MONDAY)).toEqual([]);
    const toy = new Telling().when(opened());
    toy.definitions = [{ ...toy.definitions[0]!, runs: 'no' }];
    expect(toy.tend(MONDAY)).toEqual([]);
  });

  it('keeps the definition that was in force when its start was recorded', () => {
    const toy = new Telling().when(opened());
    const [first] = toy.definitions;
    toy.definitions = [first!, { ...first!, version: 2, since: '2026-03-02T15:00:00.001Z', amount: 9 }];
    expect(toy.tend(MONDAY)).toEqual([`Started ${DUE}`]);
    const later = new Telling().when(opened(MONDAY), '2026-03-02T15:00:00.001Z');
    later.definitions = toy.definitions;
    later.tend('2026-03-02T15:00:00.001Z');
    expect(later.last).toMatchObject({ definition: 2, amount: 9 });
  });

  it('reminds at its start where life is at risk', () => {
    const toy = new Telling().when(opened());
    toy.definitions = [grave];
    expect(toy.tend(MONDAY)).toEqual(['Started 2026-03-02T16:00:00.000Z', 'Reminded start']);
    expect(toy.tend('2026-03-02T15:30:00.000Z')).toEqual(['Reminded half']);
    expect(toy.tend('2026-03-02T15:45:00.000Z')).toEqual(['Reminded due']);
  });

  it('goes to whoever answers for the record, unless somebody gave it away by hand', () => {
    const toy = new Telling().when(opened(MONDAY, rosa));
    toy.tend(MONDAY);
    expect(toy.last.owner).toBe(rosa);
    toy.when({ type: 'HandedOn', data: { owner: leo } });
    expect(toy.tend(MONDAY)).toEqual(['Assigned']);
    expect(toy.last.owner).toBe(leo);
    toy.change('AssignDeadline', MONDAY, { owner: rosa });
    toy.when({ type: 'HandedOn', data: { owner: leo } });
    expect(toy.tend(MONDAY)).toEqual([]);
    expect(toy.last.owner).toBe(rosa);
  });

  it('is told the same by its facts alone', () => {
    const toy = running();
    toy.change('ClaimDeadline', MONDAY);
    toy.change('PauseDeadline', MONDAY, { reason: 'patient_wish', explanation: 'asked for time' });
    toy.change('ResumeDeadline', HALF);
    toy.change('ExtendDeadline', HALF, { units: 2, reason: 'complexity' });
    toy.tend('2026-04-01T00:00:00.000Z');
    expect(toy.folded).toEqual(toy.all);
  });
});

describe('what people do with a deadline', () => {
  it('pauses it for a reason that its kind allows, and its days go on afterwards', () => {
    const toy = running();
    expect(toy.change('PauseDeadline', HALF, { reason: 'patient_wish' })).toEqual(['Paused']);
    expect(toy.tend('2026-03-30T00:00:00.000Z')).toEqual([]);
    // Tuesday did not end while it ran, and neither did Wednesday: two days are left, Thursday and Friday.
    expect(toy.change('ResumeDeadline', '2026-03-05T15:00:00.000Z')).toEqual(['Resumed 2026-03-07T05:59:59.999Z']);
    expect(toy.change('ResumeDeadline', '2026-03-05T15:00:00.000Z')).toEqual([]);
    expect(toy.tend('2026-03-07T06:00:00.000Z')).toEqual(['Missed 2026-03-07T05:59:59.999Z']);
  });

  it('is met while it stands still, whenever that is', () => {
    const toy = running();
    toy.change('PauseDeadline', HALF, { reason: 'patient_wish' });
    toy.when(answered('2026-04-01T00:00:00.000Z'));
    expect(toy.tend('2026-04-01T00:00:00.000Z')).toEqual(['Met']);
  });

  it('does not pause what never stands still, nor for another reason, nor what is past or over', () => {
    const toy = running();
    expect(refusing(() => toy.change('PauseDeadline', MONDAY, { reason: 'law_enforcement' }))).toBe(
      'deadline/no-reason-to-pause',
    );
    expect(refusing(() => toy.change('PauseDeadline', TOO_LATE, { reason: 'patient_wish' }))).toBe('deadline/past-due');
    toy.change('PauseDeadline', MONDAY, { reason: 'patient_wish' });
    expect(refusing(() => toy.change('PauseDeadline', MONDAY, { reason: 'patient_wish' }))).toBe('deadline/paused');
    toy.change('WaiveDeadline', MONDAY, { reason: 'not_applicable' });
    expect(refusing(() => toy.change('ResumeDeadline', MONDAY))).toBe('deadline/over');
    const never = new Telling().when(opened());
    never.definitions = [both];
    never.tend(MONDAY);
    expect(refusing(() => never.change('PauseDeadline', MONDAY, { reason: 'patient_wish' }))).toBe(
      'deadline/never-pauses',
    );
  });

  it('gives more time to work, while the limit of the measure stays', () => {
    const toy = running();
    expect(toy.change('ExtendDeadline', HALF, { units: 1, reason: 'complexity' })).toEqual([
      'Extended 2026-03-06T05:59:59.999Z',
    ]);
    expect(toy.last).toMatchObject({ dueAt: '2026-03-06T05:59:59.999Z', limitAt: DUE, extended: 1 });
    toy.when(answered(TOO_LATE));
    expect(toy.tend(TOO_LATE)).toEqual(['Met']);
  });

  it('does not say a reminder again that was said before more time was given', () => {
    const toy = running();
    toy.tend(LAST_DAY);
    toy.change('ExtendDeadline', LAST_DAY, { units: 1, reason: 'complexity' });
    expect(toy.tend(LAST_DAY)).toEqual([]);
    expect(toy.tend('2026-03-05T06:00:00.000Z')).toEqual(['Reminded due']);
  });

  it('does not extend what the law sets, nor what is late', () => {
    const toy = new Telling().when(opened());
    toy.definitions = [both];
    toy.tend(MONDAY);
    expect(refusing(() => toy.change('ExtendDeadline', MONDAY, { units: 1, reason: 'complexity' }))).toBe(
      'deadline/not-extendable',
    );
    const late = running();
    late.tend(TOO_LATE);
    expect(refusing(() => late.change('ExtendDeadline', TOO_LATE, { units: 1, reason: 'complexity' }))).toBe(
      'deadline/past-due',
    );
  });

  it('waives what is open, late too, once; nothing happens to it afterwards', () => {
    const toy = running();
    toy.tend(TOO_LATE);
    expect(toy.change('WaiveDeadline', TOO_LATE, { reason: 'done_elsewhere' })).toEqual(['Waived']);
    expect(toy.change('WaiveDeadline', TOO_LATE, { reason: 'done_elsewhere' })).toEqual([]);
    toy.when(answered(TOO_LATE));
    expect(toy.tend(TOO_LATE)).toEqual([]);
    const done = running().when(answered(MONDAY));
    done.tend(MONDAY);
    expect(refusing(() => done.change('WaiveDeadline', MONDAY, { reason: 'not_applicable' }))).toBe('deadline/over');
  });

  it('lets somebody take what is nobody’s, and not what is another’s', () => {
    const toy = running();
    expect(toy.change('ClaimDeadline', MONDAY)).toEqual(['Assigned']);
    expect(toy.change('ClaimDeadline', MONDAY)).toEqual([]);
    expect(refusing(() => toy.change('ClaimDeadline', MONDAY, { by: leo }))).toBe('deadline/owned');
    expect(toy.change('AssignDeadline', MONDAY, { owner: leo })).toEqual(['Assigned']);
    expect(toy.change('AssignDeadline', MONDAY, { owner: leo })).toEqual([]);
  });

  it('shows who may act on their own only none but these', () => {
    const toy = running();
    const own = { reason: 'patient_wish', onlyOwn: true };
    expect(refusing(() => toy.change('PauseDeadline', MONDAY, own))).toBe('deadline/not-found');
    toy.change('ClaimDeadline', MONDAY);
    expect(toy.change('PauseDeadline', MONDAY, own)).toEqual(['Paused']);
    const nobodys = { deadlineId: leo, reason: 'not_applicable' };
    expect(refusing(() => toy.change('WaiveDeadline', MONDAY, nobodys))).toBe('deadline/not-found');
  });
});
