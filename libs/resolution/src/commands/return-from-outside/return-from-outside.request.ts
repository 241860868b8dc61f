import { LateEntry } from '#kernel/http';

export class ReturnFromOutsideRequest extends LateEntry {}
