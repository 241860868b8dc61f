import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type EdgeRequest, tooMany } from '#kernel/http';
import { AddressLimits } from './address-limits.js';
import { markOf } from './address-mark.js';
import { limitedAs } from './limited.js';
import { PublicFacilities } from './public-facilities.js';

/** Stands before every public route: one address may do so much in a minute, and no more. */
@Injectable()
export class AddressGuard implements CanActivate {
  constructor(
    private readonly limits: AddressLimits,
    private readonly facilities: PublicFacilities,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<EdgeRequest>();
    const seconds = await this.limits.take(limitedAs(context.getHandler()), markOf(request.ip));
    if (seconds !== undefined) throw tooMany(seconds, await this.phoneFor(request));
    return true;
  }

  /** The telephone number of the facility that the request names, if it names one. */
  private async phoneFor({ query, body }: EdgeRequest): Promise<string | undefined> {
    const { facilityId } = { ...(query as object), ...(body as object) } as { facilityId?: unknown };
    if (typeof facilityId !== 'string') return undefined;
    return (await this.facilities.find(facilityId.toLowerCase()))?.phone;
  }
}
