export { reviewsModule } from '../../../reviews/src/index.js';
