import type { ToldType } from '../told.allow-list.js';
import type { ToldStage } from '../told-stage.js';

/** A message for patients: the line of each stage, and what is said of each step. */
export type ToldKey = `stage.${ToldStage}` | `step.${ToldType}`;
