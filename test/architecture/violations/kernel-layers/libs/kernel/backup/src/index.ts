export { problems } from '../../http/src/index.js';
