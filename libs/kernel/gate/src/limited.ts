import { SetMetadata } from '@nestjs/common';
import type { Doing } from './gate-limits.js';

const LIMITED = 'forthright:limited';

/** Says as what the use of a route counts. */
export const Limited = (doing: Doing) => SetMetadata(LIMITED, doing);

/** As what the use of a route counts: as a submission, the narrowest, where nothing is said. */
export const limitedAs = (handler: object): Doing => Reflect.getMetadata(LIMITED, handler) ?? 'submit';
