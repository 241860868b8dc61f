export { freshDatabase } from '../../../test/support/index.js';
