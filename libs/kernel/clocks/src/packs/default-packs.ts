import type { PolicyPack } from './policy-pack.js';

const federal: PolicyPack = {
  jurisdiction: 'us',
  version: '2026-1',
  title: 'United States, federal law and national programmes',
  reportableEventList: { value: 'NQF serious reportable events', source: 'M', status: 'unverified' },
  externalReportLimits: {
    value: [
      {
        authority: 'Leapfrog never-events policy: accreditor, state programme or PSO',
        starts: 'the organization is aware',
        clock: 'BUSINESS_DAYS',
        amount: 15,
      },
    ],
    source: 'S41',
    status: 'verified',
  },
  nextOfKinOrder: {
    value: ['executor_or_administrator', 'involved_family'],
    source: 'M',
    status: 'unverified',
  },
  retention: { value: { clock: 'YEARS', amount: 6, of: 'HIPAA documentation' }, source: 'M', status: 'unverified' },
};

const colorado: PolicyPack = {
  jurisdiction: 'us-co',
  version: '2019-1',
  title: 'Colorado',
  validFrom: '2019-07-01',
  apologyProtection: { value: 'fault', source: 'M', status: 'unverified' },
  candorStatute: {
    value: {
      citation: 'C.R.S. 25-51',
      noticeWindow: { clock: 'CALENDAR_DAYS', amount: 180 },
      requiredNoticeItems: ['patient_rights', 'limitation_period'],
      whoMayInitiate: ['provider'],
      writtenAgreement: true,
    },
    source: 'S43',
    status: 'verified',
  },
};

const IOWA_NOTICE = ['right_to_a_lawyer', 'access_to_records', 'confidentiality'];

const iowaBefore2020: PolicyPack = {
  jurisdiction: 'us-ia',
  version: '2015-1',
  title: 'Iowa, before July 2020',
  validTo: '2020-06-30',
  candorStatute: {
    value: {
      citation: 'Iowa Code chapter 135P',
      noticeWindow: { clock: 'CALENDAR_DAYS', amount: 180 },
      requiredNoticeItems: IOWA_NOTICE,
      whoMayInitiate: ['provider', 'facility'],
      writtenAgreement: false,
    },
    source: 'S42',
    status: 'verified',
  },
};

const iowa: PolicyPack = {
  jurisdiction: 'us-ia',
  version: '2020-1',
  title: 'Iowa',
  validFrom: '2020-07-01',
  apologyProtection: { value: 'sympathy', source: 'S42', status: 'unverified' }, // a rule of its own on regret
  candorStatute: {
    value: {
      citation: 'Iowa Code chapter 135P',
      noticeWindow: { clock: 'YEARS', amount: 1 },
      requiredNoticeItems: IOWA_NOTICE,
      whoMayInitiate: ['provider', 'facility'],
      writtenAgreement: false,
    },
    source: 'S42',
    status: 'verified',
  },
};

const pennsylvania: PolicyPack = {
  jurisdiction: 'us-pa',
  version: '2002-1',
  title: 'Pennsylvania',
  writtenDisclosure: {
    value: { clock: 'CALENDAR_DAYS', amount: 7, starts: 'the serious event occurred or was discovered' },
    source: 'S44.M', // the duty was read, the number of days is from memory
    status: 'unverified',
  },
};

/** The policy packs that ship (domain.md 8.3, 7.8). Of one jurisdiction the oldest first. */
export const defaultPacks: readonly PolicyPack[] = [federal, colorado, iowaBefore2020, iowa, pennsylvania];

/** The pack of that version, as a record that was pinned to it names it; nothing where none is known here. */
export const packNamed = (
  packs: readonly PolicyPack[],
  jurisdiction: string,
  version: string,
): PolicyPack | undefined => packs.find((one) => one.jurisdiction === jurisdiction && one.version === version);

/** The pack of a jurisdiction that is in force on a day (`2026-03-02`); nothing where none is. */
export const packOn = (packs: readonly PolicyPack[], jurisdiction: string, day: string): PolicyPack | undefined =>
  packs.findLast(
    ({ jurisdiction: of, validFrom = '', validTo = '9999' }) =>
      of === jurisdiction && validFrom <= day && day <= validTo,
  );
