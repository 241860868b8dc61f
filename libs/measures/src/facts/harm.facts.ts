import { crp03 } from '../definitions/crp-03.js';
import type { SafetyEventGroup } from '../subject/group.js';
import type { Origin, Severity } from '../subject/safety-event.js';
import { factOf, type Holding, held, type MeasureFact } from './measure-fact.js';
import { inRetrospect } from './retrospect.js';
import { safetyEventSetting } from './setting.js';

const HARMS: readonly Severity[] = ['mild', 'moderate', 'severe', 'death'];

/** HARM: a confirmed incident with harm mild or worse (domain.md 2.2), whoever was harmed. */
export const isHarm = ({ confirmed, eventClass, harm }: Pick<SafetyEventGroup, 'confirmed' | 'eventClass' | 'harm'>) =>
  confirmed !== undefined && eventClass === 'incident' && HARMS.includes(harm);

/** By CRP-03 harm is reported within 30 minutes of its discovery: of merged reports the first, from the first discovery. */
export const harmFacts = (group: SafetyEventGroup): readonly MeasureFact[] => {
  const { confirmed, discovery, rated, report } = group;
  if (!confirmed || !isHarm(group)) return [];
  const { at, position } = discovery.discovered;
  return [
    factOf(crp03, safetyEventSetting(group), {
      anchor: { at, position, recordedAt: discovery.reported.recordedAt },
      done: [report.reported],
      because: [confirmed, { position: rated }],
      entered: [report.reported], // a discovery that is reported late is no entry that came late
      excluded: unjudged(discovery),
    }),
  ];
};

const PRECISE: readonly string[] = ['exact', 'minute'];

const unjudged = (discovery: Origin): Holding | undefined => {
  const { finder, discovered, reported } = discovery;
  if (inRetrospect(discovery, discovered.at)) return held(crp03, 'retrospective', reported.position);
  if (finder !== 'staff')
    return held(crp03, finder === 'patients' ? 'patient-sourced' : 'outside-sourced', reported.position);
  return PRECISE.includes(discovered.precision) ? undefined : held(crp03, 'discovery-imprecise', discovered.position);
};
