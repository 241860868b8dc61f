export { Appender } from '../../ledger/src/appender.js';
