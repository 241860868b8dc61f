import { LateEntry } from '#kernel/http';

export class KeepPromiseRequest extends LateEntry {}
