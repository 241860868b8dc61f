/** A facility as somebody without an account may know it. Nothing else of an organization is told to them. */
export interface PublicFacility {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  /** Whom to call instead, as `312-555-0142`. */
  readonly phone: string;
}

/** The facilities that take what the public sends, of every organization. The organizations context answers. */
export abstract class PublicFacilities {
  /** All of them, by name. The answer may be some seconds old. */
  abstract all(): Promise<readonly PublicFacility[]>;

  /** One of them. A facility that is not open to the public is simply absent. */
  async find(id: string): Promise<PublicFacility | undefined> {
    return (await this.all()).find((facility) => facility.id === id);
  }
}
