export { egg } from './egg.js';
