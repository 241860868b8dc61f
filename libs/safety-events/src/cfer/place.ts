import { uuid } from '#kernel/core';
import { FORMAT } from './record.js';

/** Under which name the place stands among the codes of a source. */
const NAME = 'place';

/** A place as a file names it: a facility by its id, and a unit behind it where it is known. */
export const placeCode = ({ facilityId, unitId }: { readonly facilityId: string; readonly unitId?: string }): string =>
  unitId ? `${facilityId}/${unitId}` : facilityId;

/** The ids in a place code, which may be of nowhere here. */
export const placeIds = (place: string): { facilityId: string; unitId?: string } | undefined => {
  const [facilityId = '', unitId, ...more] = place.split('/');
  if (more.length > 0 || uuid().problem(facilityId) || (unitId !== undefined && uuid().problem(unitId)))
    return undefined;
  return { facilityId, ...(unitId && { unitId }) };
};

/** The place that the file said which a report came from: kept beside where it is filed here. */
export const sourcePlace = (place: string) => ({ name: NAME, value: place });

export const placeInSource = ({
  mapping,
  sourceCodes = [],
}: {
  readonly mapping?: string;
  readonly sourceCodes?: readonly { readonly name: string; readonly value: string }[];
}): string | undefined => (mapping === FORMAT ? sourceCodes.find(({ name }) => name === NAME)?.value : undefined);
