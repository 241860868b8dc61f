import { LateEntry } from '#kernel/http';

export class IdentifyCandorEventRequest extends LateEntry {}
