export { anaInvited } from './review/review.examples.js';
