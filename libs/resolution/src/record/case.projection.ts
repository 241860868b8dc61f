import { type Recorded, streamId } from '#kernel/core';
import { type Projection, projection } from '#kernel/readers';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import { CaseRow, KEPT, type RecordedFact } from './case.row.js';

type Kept = Omit<CaseRow, 'org' | 'id'>;

const factOf = (event: Recorded<ResolutionCaseFact>): RecordedFact =>
  Object.fromEntries(KEPT.map((name) => [name, event[name]])) as unknown as RecordedFact;

const added = (event: Recorded<ResolutionCaseFact>, row: Kept | undefined): Kept => ({
  facts: [...(row?.facts ?? []), factOf(event)],
  revision: event.revision,
  position: event.position,
});

/** Every type of the catalogue, so that a type that comes later is kept too. */
const everyType = Object.fromEntries(resolutionCaseCatalogue.map(({ type }) => [type, added])) satisfies Partial<
  Record<string, typeof added>
> as Projection<CaseRow, ResolutionCaseFact>['on'];

/** One row a case, with all its facts. */
export const resolutionCase = projection<CaseRow, ResolutionCaseFact>({
  name: 'resolution.case',
  version: 2,
  row: CaseRow,
  key: ({ stream }) => streamId(stream),
  on: everyType,
});
