export { reviewDecider } from './review.decider.js';
