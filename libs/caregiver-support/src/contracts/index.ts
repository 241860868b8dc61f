export type { CaregiverSupportFact } from '../caregiver-support/caregiver-support.events.js';
