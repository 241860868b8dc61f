import { type LiaisonCommand, liaisonRules, type NoteInvolvedStaff } from './liaison.rules.js';
import { type PatientCommand, patientRules } from './patient.rules.js';
import {
  type NoteMajority,
  type NotePatientDeath,
  type RepresentativeCommand,
  representativeRules,
} from './representative.rules.js';
import type { Rules } from './resolution-case.rules.js';

/** Who may hear and who may decide (domain.md 8.8): what people tell of it. */
export type PeopleToldCommand = LiaisonCommand | PatientCommand | RepresentativeCommand;
/** All that is told of it, by automations too. */
export type PeopleCommand = PeopleToldCommand | NoteInvolvedStaff | NotePatientDeath | NoteMajority;

export const peopleRules: Rules<PeopleCommand> = { ...liaisonRules, ...patientRules, ...representativeRules };
