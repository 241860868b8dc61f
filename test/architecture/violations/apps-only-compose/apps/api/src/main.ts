export { reviewDecider } from '../../../libs/reviews/src/review/review.decider.js';
