export { reviewDecider } from '../../review/review.decider.js';
