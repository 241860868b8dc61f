import { LateEntry } from '#kernel/http';

export class ResumeCaseRequest extends LateEntry {}
