import { judge, type SlowCase } from './slow-judge.examples.js';
import { type DataOf, earliest, type SlowLog, type Step, type TypeName } from './slow-log.examples.js';

type Judge = (
  measure: SlowCase['measure'],
  anchor: Step,
  done: readonly (Step | undefined)[],
  more?: Parameters<typeof judge>[4],
) => SlowCase;

const PAID_FOR = ['money', 'bill_waiver', 'future_care'];
const EXCUSED = ['patient_wish', 'grief', 'treatment', 'medical_examiner'];

/** How one case stands in RES-01..04, looked through anew for each. */
export const slowOutcome = (
  log: SlowLog,
  id: string,
  activated: Step,
  withdrawn: boolean,
  judged: Judge,
): SlowCase[] => {
  const entered = <T extends TypeName>(type: T, counts: (data: DataOf<T>) => boolean = () => true): Step[] =>
    log
      .of(type, [id])
      .filter(({ data }) => counts(data as unknown as DataOf<T>))
      .map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt }));
  const when = (type: 'OfferMade' | 'OfferRevised', components: (all: readonly string[]) => boolean): Step[] =>
    log
      .of(type, [id])
      .filter(({ data }) => components(data.components))
      .map(({ data, recordedAt }) => ({ at: 'madeAt' in data ? data.madeAt : data.revisedAt, recordedAt }));
  const decided = log.of('CareDeterminationMade', [id]).filter(({ data }) => data.determination !== 'undetermined');
  const since = decided.findLastIndex(({ data }) => data.determination !== 'unreasonable') + 1;
  const bad = decided[since] && { at: decided[since].occurredAt, recordedAt: decided[since].recordedAt };
  const claimed = log.first('ClaimReceived', [id], ({ receivedAt }) => receivedAt);
  const referred = log.first('InsurerReferralMade', [id], ({ referredAt }) => referredAt);
  const paidFor = (all: readonly string[]) => all.some((one) => PAID_FOR.includes(one));
  const compensated = earliest([...when('OfferMade', paidFor), ...when('OfferRevised', paidFor)]);
  const advised = log.first('RightToCounselAdvised', [id], ({ advisedAt }) => advisedAt);
  const paused = entered('CasePlacedOnHold', ({ reason }) => EXCUSED.includes(reason))[0];
  const excused = [...entered('PatientDeclinedProgram', ({ scope }) => scope === 'program'), ...entered('SuitFiled')]
    .map(({ recordedAt }) => recordedAt)
    .sort()[0];
  const more = { case: id, excluded: withdrawn };
  const cases = [
    judged(
      'RES-01',
      activated,
      [earliest(entered('CareDeterminationMade', ({ determination }) => determination !== 'undetermined'))],
      {
        ...more,
        exceptionAt: paused?.recordedAt,
      },
    ),
  ];
  const anchor = earliest([bad, claimed]);
  const alone = !referred && entered('InsurerReferralNotNeeded').length > 0;
  if (anchor) cases.push(judged('RES-02', anchor, [referred], { ...more, excluded: withdrawn || alone }));
  if (bad)
    cases.push(
      judged('RES-03', activated, [earliest(when('OfferMade', () => true))], { ...more, exceptionAt: excused }),
    );
  if (compensated) {
    const before = advised && Date.parse(advised.at) <= Date.parse(compensated.at) ? advised : undefined;
    cases.push(judged('RES-04', compensated, [before], more));
  }
  return cases;
};
