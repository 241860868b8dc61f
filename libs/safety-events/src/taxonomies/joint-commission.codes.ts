import type { CodeList } from './code-list.codes.js';

const JOINT_COMMISSION = {
  owner: 'The Joint Commission',
  source: 'pages and manual excerpts of 2022 to 2024',
  licence: 'copyright of the commission; codes and short words of our own',
} as const;

/** By its outcome an event is sentinel where it reached a patient and ended in one of the first three. */
export const sentinelOutcomes: CodeList = {
  id: 'joint-commission-outcome',
  title: 'Joint Commission sentinel event, by its outcome (in force since 2022-01-01)',
  version: '2022/1',
  ...JOINT_COMMISSION,
  codes: [
    { code: 'death', status: 'fetched' },
    { code: 'severe-harm-any-duration', status: 'fetched' },
    { code: 'permanent-harm-any-severity', status: 'fetched' },
    { code: 'not-sentinel', display: 'none of these outcomes', status: 'fetched' },
  ],
};

const always = (code: string, display: string) => ({ code, display, status: 'memory' as const });

/** Events that count whatever came of them, or by an outcome of their own. */
export const sentinelAlways: CodeList = {
  id: 'joint-commission-always',
  title: 'Joint Commission sentinel event, by its kind',
  version: '2024/1',
  ...JOINT_COMMISSION,
  codes: [
    always('suicide', 'suicide in care, or within 7 days of discharge from inpatient care or the emergency department'),
    always('infant-death', 'unanticipated death of a full-term infant'),
    always('homicide', 'homicide'),
    always('maternal-death', 'any intrapartum maternal death'),
    always('maternal-morbidity', 'severe maternal morbidity leading to permanent or severe harm'),
    always('sexual-assault', 'sexual abuse or assault'),
    always('physical-assault', 'physical assault leading to death, permanent or severe harm'),
    always('abduction', 'abduction'),
    always('elopement', 'elopement from a round-the-clock setting leading to death, permanent or severe harm'),
    always('wrong-family', 'discharge of an infant to the wrong family'),
    always('transfusion', 'hemolytic or incompatible transfusion reaction with death, permanent or severe harm'),
    always(
      'wrong-site',
      'surgery or invasive procedure at the wrong site, on the wrong patient or the wrong procedure',
    ),
    always('retained-object', 'unintended retention of a foreign object'),
    always('hyperbilirubinemia', 'severe neonatal hyperbilirubinemia'),
    always('fluoroscopy', 'fluoroscopy dose far above the expected'),
    always('fire', 'fire, flame or unanticipated smoke, heat or flashes during care'),
    always('fall', 'fall with fracture, surgery, casting or traction, consult, or death or permanent harm'),
  ],
};
