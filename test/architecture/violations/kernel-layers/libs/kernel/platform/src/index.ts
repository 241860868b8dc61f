export { Streams } from '../../ledger/src/index.js';
