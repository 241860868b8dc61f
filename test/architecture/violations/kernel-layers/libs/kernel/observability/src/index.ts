export { SealingCodec } from '../../privacy/src/index.js';
