import { MEASURES, type MeasureId } from '../measure-snapshot/measure.codes.js';
import { crp01 } from './crp-01.js';
import { crp02 } from './crp-02.js';
import { crp03 } from './crp-03.js';
import { crp04 } from './crp-04.js';
import { crp05a, crp05b } from './crp-05.js';
import { crp06 } from './crp-06.js';
import { crp07 } from './crp-07.js';
import { crp10 } from './crp-10.js';
import { crp11 } from './crp-11.js';
import type { Definition } from './definition.js';
import { gov01 } from './gov-01.js';
import { pc01 } from './pc-01.js';
import { pc02 } from './pc-02.js';
import { res01 } from './res-01.js';
import { res02 } from './res-02.js';
import { res03 } from './res-03.js';
import { res04 } from './res-04.js';
import { res05 } from './res-05.js';
import { res06 } from './res-06.js';

/** Every definition there is, in its current version. */
export const DEFINITIONS: Readonly<Record<MeasureId, Definition>> = {
  'CRP-01': crp01,
  'CRP-02': crp02,
  'CRP-03': crp03,
  'CRP-04': crp04,
  'CRP-05a': crp05a,
  'CRP-05b': crp05b,
  'CRP-06': crp06,
  'CRP-07': crp07,
  'CRP-10': crp10,
  'CRP-11': crp11,
  'RES-01': res01,
  'RES-02': res02,
  'RES-03': res03,
  'RES-04': res04,
  'RES-05': res05,
  'RES-06': res06,
  'PC-01': pc01,
  'PC-02': pc02,
  'GOV-01': gov01,
};

/** The definition that goes by a name, or nothing. */
export const definitionOf = (name: string): Definition | undefined => {
  const id = MEASURES.find((one) => one === name);
  return id && DEFINITIONS[id];
};
