/** A facility as other contexts need it: its time zone, the units in it, and the calendar of its holidays by id. */
export interface Place {
  readonly zone: string;
  readonly units: readonly string[];
  readonly calendar?: string;
}

/** Where things happen. Other contexts ask through this port; the organizations context answers. */
export abstract class Places {
  /**
   * A facility of the organization, or nothing: a facility of another organization is simply absent (INV-06). The answer
   * may be some seconds old, but not without the unit that is asked about, where the facility has it.
   */
  abstract facility(org: string, facilityId: string, unitId?: string): Promise<Place | undefined>;
}
