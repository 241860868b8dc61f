export * from './address-limits.js';
export {
  type Checked,
  checkedForm,
  FromCheckboxes,
  FromYesNo,
  said,
  saidAll,
  type WrongField,
} from './checked-form.js';
export { CountedFloods, Floods, type Taken } from './floods.js';
export { FORM_KEY, isFormKey, newFormKey } from './form-key.js';
export { GATE_LIMITS, GateModule } from './gate.module.js';
export * from './gate-limits.js';
export { type Catalogue, type Catalogues, LANGUAGES, type Language, type Words, wording } from './messages/words.js';
export { gateMigrations } from './migrations.js';
export * from './pages/fields.js';
export * from './pages/form.js';
export { addressIn, CurrentReading, languageOf, pageWords, type Reading } from './pages/language.js';
export { type PageFrame, page } from './pages/page.js';
export * from './public-facilities.js';
export * from './public-gate.js';
export {
  CurrentPublicRequest,
  CurrentUpload,
  type PublicActor,
  type PublicRequest,
  publicEnvelope,
  type SentUpload,
  SubmittedForm,
} from './public-request.js';
export * from './public-route.js';
export * from './randomness.js';
export { type IssuedCode, TrackingCodes } from './tracking-codes.js';
