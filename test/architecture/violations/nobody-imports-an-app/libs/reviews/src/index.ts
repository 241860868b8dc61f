export { apiModule } from '../../../apps/api/src/api.module.js';
