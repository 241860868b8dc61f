import type { CodeList, CodeStatus, ListedCode } from './code-list.codes.js';

/** What an event needs beside its kind. */
export interface ListedSre extends ListedCode {
  /** It is on the list only where somebody died of it or was seriously injured. */
  readonly needsHarm: boolean;
}

const GRAVE = 'death or serious injury';
const sre =
  (status: CodeStatus) =>
  (code: string, display: string, needsHarm = display.startsWith(GRAVE)): ListedSre => ({
    code,
    display,
    needsHarm,
    status,
  });
const fetched = sre('fetched');
const memory = sre('memory');

/** Serious reportable events of 2011: the codes, with short words of our own. */
export const nqfSre: CodeList<ListedSre> = {
  id: 'nqf-sre',
  title: 'NQF serious reportable events',
  version: '2011/1',
  owner: 'National Quality Forum',
  source: 'a reprint of the list for 1A to 3B, memory for the rest',
  licence: 'copyright of the forum; codes and short words of our own',
  codes: [
    fetched('1A', 'wrong site'),
    fetched('1B', 'wrong patient'),
    fetched('1C', 'wrong procedure'),
    fetched('1D', 'unintended retention of a foreign object'),
    fetched('1E', 'death during or right after the procedure of an ASA class 1 patient', true),
    fetched('2A', `${GRAVE}: contaminated drugs, devices or biologics`),
    fetched('2B', `${GRAVE}: device used or functioning other than intended`),
    fetched('2C', `${GRAVE}: intravascular air embolism`),
    fetched('3A', 'patient unable to decide discharged or released to someone other than an authorized person'),
    fetched('3B', `${GRAVE}: elopement`),
    memory('3C', 'suicide, attempted suicide or self-harm with serious injury in care', true),
    memory('4A', `${GRAVE}: medication error`),
    memory('4B', `${GRAVE}: unsafe administration of blood products`),
    memory('4C', 'maternal death or serious injury in labor or delivery of a low-risk pregnancy', true),
    memory('4D', `${GRAVE} of a neonate in labor or delivery of a low-risk pregnancy`),
    memory('4E', `${GRAVE}: fall`),
    memory('4F', 'stage 3, stage 4 or unstageable pressure ulcer acquired after admission'),
    memory('4G', 'artificial insemination with the wrong donor sperm or egg'),
    memory('4H', `${GRAVE}: irretrievable loss of an irreplaceable specimen`),
    memory('4I', `${GRAVE}: failure to follow up or communicate test results`),
    memory('5A', `${GRAVE}: electric shock`),
    memory('5B', 'line for oxygen or other gas holds no gas, the wrong gas or toxic substances'),
    memory('5C', `${GRAVE}: burn`),
    memory('5D', `${GRAVE}: physical restraints or bedrails`),
    memory('6A', `${GRAVE}: metallic object in the MRI area`),
    memory('7A', 'care ordered or given by an impersonator of a licensed provider'),
    memory('7B', 'abduction of a patient or resident'),
    memory('7C', 'sexual abuse or assault'),
    memory('7D', `${GRAVE}: physical assault`),
  ],
};
