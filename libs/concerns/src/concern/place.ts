import { type Place, type Places, refuse } from '#kernel/core';

/** INV-06: a place of another organization reads like one that does not exist. */
export const checkPlace = async (
  places: Places,
  org: string,
  facilityId: string,
  unitId: string | undefined,
): Promise<Place> => {
  const place = await places.facility(org, facilityId, unitId);
  if (!place) return refuse('concern/unknown-facility', 'There is no such facility.', 'facilityId');
  if (unitId && !place.units.includes(unitId))
    return refuse('concern/unknown-unit', 'This facility has no such unit.', 'unitId');
  return place;
};
