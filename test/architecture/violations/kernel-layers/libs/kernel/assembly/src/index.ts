export { SealingCodec } from '../../http/src/index.js';
