export { apiModule } from '../../api/src/api.module.js';
