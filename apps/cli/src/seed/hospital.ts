import type { Role } from '#kernel/core';
import type { CareSetting } from '#organizations/contracts';

/** A facility of the seed: what it is and the units it has. */
export interface SeededFacility {
  readonly name: string;
  readonly zone: string;
  readonly careSetting: CareSetting;
  readonly ccn?: string;
  /** Whom the public calls; without a number it is not open to them. */
  readonly phone?: string;
  readonly units: readonly string[];
}

/** A person of the seed and the name by which scripts sign in as them. */
export interface SeededPerson {
  readonly persona: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** What the list of personas says of them. */
  readonly says: string;
}

/** An organization as `npm start` finds it in an empty ledger. All names are made up. */
export interface SeededOrganization {
  readonly key: string;
  readonly name: string;
  readonly facilities: readonly SeededFacility[];
  readonly people: readonly SeededPerson[];
}

export const riverside: SeededOrganization = {
  key: 'riverside',
  name: 'Riverside Health (made up)',
  facilities: [
    {
      name: 'St. Mary Hospital',
      zone: 'America/Chicago',
      careSetting: 'hospital',
      ccn: '140001',
      phone: '312-555-0142',
      units: ['4 West', 'Emergency Department', 'Operating Rooms', 'Labor and Delivery', 'Intensive Care'],
    },
    {
      name: 'Riverside Nursing Home',
      zone: 'America/Chicago',
      careSetting: 'nursing-home',
      ccn: '145001',
      units: ['Oak House', 'Elm House'],
    },
    {
      name: 'Riverside Clinic',
      zone: 'America/Denver',
      careSetting: 'ambulatory',
      units: ['Primary Care', 'Infusion'],
    },
  ],
  people: [
    {
      persona: 'reporter',
      name: 'Nia Example',
      roles: ['reporter'],
      says: 'a nurse on 4 West who reports and reads her own reports',
    },
    {
      persona: 'risk-manager',
      name: 'Rosa Example',
      roles: ['risk-manager', 'reporter'],
      says: 'triages, confirms, closes, voids; reads narratives',
    },
    {
      persona: 'liaison',
      name: 'Leo Example',
      roles: ['liaison', 'reporter'],
      says: 'the named person whom a family can reach',
    },
    {
      persona: 'review-chair',
      name: 'Chen Example',
      roles: ['review-chair'],
      says: 'chairs the event review committee',
    },
    {
      persona: 'review-member',
      name: 'Mara Example',
      roles: ['review-member'],
      says: 'sits on the event review committee',
    },
    {
      persona: 'patient-representative',
      name: 'Paul Example',
      roles: ['patient-representative'],
      says: 'speaks for patients on review teams',
    },
    {
      persona: 'peer-supporter',
      name: 'Sam Example',
      roles: ['peer-supporter'],
      says: 'cares for clinicians after harm',
    },
    { persona: 'claims', name: 'Clara Example', roles: ['claims'], says: 'handles claims' },
    { persona: 'executive', name: 'Evan Example', roles: ['executive'], says: 'reads summaries for the board' },
    { persona: 'analyst', name: 'Ana Example', roles: ['analyst'], says: 'works with measures; sees no record' },
    {
      persona: 'org-admin',
      name: 'Omar Example',
      roles: ['org-admin'],
      says: 'administers places, people and roles; sees no content',
    },
    {
      persona: 'second-admin',
      name: 'Sofia Example',
      roles: ['org-admin'],
      says: 'the second person whom an erasure needs',
    },
    { persona: 'auditor', name: 'Ada Example', roles: ['auditor'], says: 'sees who did what, never what was said' },
    {
      persona: 'network-steward',
      name: 'Noah Example',
      roles: ['network-steward'],
      says: 'keeps the learning network',
    },
    { persona: 'importer', name: 'Importer', roles: ['system'], says: 'brings in reports from outside sources' },
    {
      persona: 'operator',
      name: 'Operator',
      roles: ['system', 'auditor'],
      says: 'verifies the ledger and watches the readers',
    },
  ],
};

export const lakeside: SeededOrganization = {
  key: 'lakeside',
  name: 'Lakeside Care (made up)',
  facilities: [
    {
      name: 'Lakeside Hospital',
      zone: 'America/New_York',
      careSetting: 'hospital',
      phone: '212-555-0168',
      units: ['North', 'Labor and Delivery', 'Operating Rooms'],
    },
    {
      name: 'Lakeside Children’s Clinic',
      zone: 'America/New_York',
      careSetting: 'ambulatory',
      units: ['Pediatrics', 'Urgent Care'],
    },
  ],
  people: [
    {
      persona: 'lakeside-reporter',
      name: 'Lena Example',
      roles: ['reporter'],
      says: 'reports in the other organization',
    },
    {
      persona: 'lakeside-risk-manager',
      name: 'Luis Example',
      roles: ['risk-manager'],
      says: 'risk manager of the other organization',
    },
    {
      persona: 'lakeside-liaison',
      name: 'Lia Example',
      roles: ['liaison'],
      says: 'reached by the families of the other organization',
    },
    {
      persona: 'lakeside-executive',
      name: 'Ed Example',
      roles: ['executive'],
      says: 'reads summaries for the board of the other organization',
    },
    {
      persona: 'lakeside-analyst',
      name: 'Abe Example',
      roles: ['analyst'],
      says: 'works with measures of the other organization',
    },
  ],
};
