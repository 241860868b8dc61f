import type { Definition } from '../definitions/definition.js';
import { pc01 } from '../definitions/pc-01.js';
import { pc02 } from '../definitions/pc-02.js';
import type { ConcernSubject } from '../subject/concern.js';
import { factOf, held, type MeasureFact } from './measure-fact.js';
import { concernSetting } from './setting.js';

/** Every concern by PC-01, and grievances by PC-02: what is done first decides, whatever is opened again later. */
export const concernFacts = (concern: ConcernSubject): readonly MeasureFact[] => {
  const { submitted, received, acknowledged, grievance, answered, delayed } = concern;
  const setting = concernSetting(concern);
  const unreachable = (definition: Definition) =>
    concern.reachable ? undefined : held(definition, 'unreachable', submitted.position);
  const acknowledgement = factOf(pc01, setting, {
    anchor: submitted,
    done: acknowledged ? [acknowledged] : [],
    excluded: unreachable(pc01),
  });
  if (!grievance) return [acknowledgement];
  const answer = factOf(pc02, setting, {
    anchor: received,
    done: answered ? [answered] : [],
    because: [grievance],
    excluded: unreachable(pc02),
    exception: delayed && { ...held(pc02, 'delay-notice', delayed.position), recordedAt: delayed.recordedAt },
  });
  return [acknowledgement, answer];
};
