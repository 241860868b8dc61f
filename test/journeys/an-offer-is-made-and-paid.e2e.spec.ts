import { CaseUnderWay, minutesAgo } from '../support/case-under-way.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';

const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const TERMS = 'We pay for the hip, the care after it, and teach the unit.';
const INSURER = 'Meridian Mutual';
const CENTS = 12_345_600;

let journey: Journey;
let fall: CaseUnderWay;
let manager: string;

beforeAll(async () => {
  journey = await Journey.begin();
  manager = journey.persona('risk-manager').person;
  fall = await CaseUnderWay.begin(journey, 'MRN-1200');
});
afterAll(() => journey?.end());

const talk = {
  mode: 'in_person',
  attendees: ['patient', 'disclosure_lead'],
  interpreterUsed: false,
  apology: 'empathy',
  factsTold: 'You fell on a wet floor.',
  trained: true,
  documentedInChart: false,
};
const offer = (cents: number, days = 30) => ({
  components: ['money', 'future_care', 'staff_training'],
  amount: { cents },
  terms: TERMS,
  releaseRequired: true,
  validUntil: inDays(days),
});

describe('care was not as it should have been', () => {
  let first: string;
  let second: string;

  it('is told, with what they ask and what they are promised', async () => {
    await fall.does(
      'initial-disclosure',
      {
        ...talk,
        occurredAt: minutesAgo(10),
        questions: ['Who cleaned the floor?'],
        promises: [{ text: 'We call on Friday.', owner: manager, dueAt: inDays(3) }],
      },
      fall.liaison,
    );
    await fall.does('billing-hold', { payerNotice: 'told' });
    await fall.does('bills-sent', { sentAt: minutesAgo(5), discoveredAt: minutesAgo(4), corrected: true });
    const { position } = await fall.determined('unreasonable', manager);
    expect(await fall.status(position)).toBe('offer_preparing');
  });

  it('is taken responsibility for, and the insurer is told', async () => {
    await fall.does('apology', { kind: 'responsibility', mode: 'in_person' });
    await fall.does('insurer-referral', { reason: 'criteria_met', insurer: INSURER });
    await fall.does('insurer-review', { outcome: 'offer_supported' });
  });

  it('speaks of money only after the right to a lawyer was (INV-25)', async () => {
    expect(await fall.refused('offers', offer(CENTS / 2))).toBe('resolution-case/counsel-not-advised');
    await fall.does('counsel-advice', { written: true, language: 'en' });
    first = (await fall.does('offers', offer(CENTS / 2))).id;
  });

  it('is offered, refused, offered again and accepted', async () => {
    const { offers } = await fall.page<{ offers: readonly { offer: string; state: string }[] }>();
    first = offers.at(-1)?.offer ?? '';
    await fall.does(`offers/${first}/refusal`, { reason: 'amount' });
    expect(await fall.refused(`offers/${first}/acceptance`, { signedAt: minutesAgo(1) })).toMatch(/resolution-case/);
    const { position } = await fall.does('offers', offer(CENTS));
    expect(await fall.status(position)).toBe('offered');
    const again = await fall.page<{ offers: readonly { offer: string; state: string }[] }>();
    second = again.offers.at(-1)?.offer ?? '';
    expect(await fall.refused(`offers/${second}/payment`, { amount: { cents: CENTS }, reportable: true })).toMatch(
      /resolution-case/,
    );
    await fall.does(`offers/${second}/acceptance`, { signedAt: minutesAgo(0) });
    expect(await fall.refused(`offers/${second}/withdrawal`, { reason: 'insurer' })).toMatch(/resolution-case/);
  });

  it('is paid as it was accepted, reported, resolved, and closed when nothing is owed', async () => {
    expect(await fall.refused(`offers/${second}/payment`, { amount: { cents: 1 }, reportable: true })).toBe(
      'resolution-case/amount-differs',
    );
    await fall.does(`offers/${second}/payment`, { amount: { cents: CENTS }, reportable: true });
    await fall.does('resolution', { kind: 'financial' });
    expect(await fall.refused('closure')).toMatch(/resolution-case/);
    await fall.does('npdb-report', {});
    await fall.does('billing-hold-release');
    await eventually(async () => {
      const refused = await fall.refused('closure');
      expect(refused).toBe('resolution-case/question-open');
    });
    const { questions, promises } = await fall.page<{
      questions: readonly { question: string }[];
      promises: readonly { promise: string }[];
    }>();
    await fall.does(`questions/${questions[0]?.question}/answer`, { answer: 'A cleaner of the night shift.' });
    await fall.does(`promises/${promises[0]?.promise}/kept`, {});
    await fall.does('documentation', {});
    const { position } = await fall.does('closure', {});
    expect(await fall.status(position)).toBe('closed');
  });

  it('stands in the measures, and counsel’s part is nobody else’s', async () => {
    const page = JSON.stringify(await fall.page(fall.liaison));
    expect(page).toContain(TERMS);
    expect(page).not.toContain(String(CENTS));
    expect(page).not.toContain(INSURER);
    expect(JSON.stringify(await fall.page())).toContain(INSURER);
    for (const id of ['RES-01', 'RES-02', 'RES-03', 'RES-04'])
      await eventually(async () => {
        const measure = (await fall.manager.get(`/v1/measures/${id}?period=quarter`)).text;
        expect(measure).toMatch(/"numerator":1/);
      });
    const shared = JSON.stringify(await fall.page(fall.manager, '/chronology?form=share-safe'));
    expect(shared).toContain(TERMS);
    expect(shared).not.toContain('met');
  });
});
