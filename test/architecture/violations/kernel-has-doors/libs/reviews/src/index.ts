export { Appender } from '../../kernel/ledger/src/appender.js';
