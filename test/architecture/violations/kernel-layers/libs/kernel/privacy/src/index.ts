export class SealingCodec {}
