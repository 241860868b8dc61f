import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { streamId } from '#kernel/core';
import {
  newFormKey,
  PublicFacilities,
  type PublicFacility,
  Randomness,
  type Reading,
  TrackingCodes,
} from '#kernel/gate';
import type { PageAnswer } from '#kernel/http';
import { Database } from '#kernel/platform';
import { ReadConcernStatus } from '../../views/concern-status/concern-status.query.js';
import { codePage } from './code.page.js';
import { statusPage } from './status.page.js';

const NOT_FOUND = 404;

/** The concern that somebody's code is of. */
export interface Followed {
  readonly facility: PublicFacility;
  readonly id: string;
  /** As it was typed: it goes back to whoever typed it, and nowhere else. */
  readonly code: string;
  readonly codeHash: string;
}

/** What is said of what was sent just now, and the answer's status. */
export interface Note {
  readonly note?: string;
  readonly status?: number;
}

/** How a concern is found by a code, and shown to whoever has it: the code is in no address and kept nowhere. */
@Injectable()
export class FollowedConcern {
  constructor(
    private readonly queries: QueryBus,
    private readonly facilities: PublicFacilities,
    private readonly codes: TrackingCodes,
    private readonly randomness: Randomness,
    private readonly db: Database,
  ) {}

  /** The concern of a code. Every code that leads nowhere takes the same way. */
  async find(facilityId: string, code: string): Promise<Followed | undefined> {
    const facility = await this.facilities.find(facilityId);
    if (!facility) return undefined;
    const { org } = facility;
    return this.db.inOrg(org, async (tx) => {
      const stream = await this.codes.find(tx, org, 'concern', code);
      const found = stream !== undefined && { id: streamId(stream), codeHash: this.codes.hashOf(org, code) };
      return found ? { facility, code, ...found } : undefined;
    });
  }

  /** The page that asks for a code. */
  async ask(reading: Reading, more: { readonly facilityId?: string; readonly none?: true } = {}): Promise<PageAnswer> {
    return codePage({
      reading,
      facilities: await this.facilities.all(),
      formKey: newFormKey(this.randomness),
      ...more,
      ...(more.none && { status: NOT_FOUND }),
    });
  }

  /** The page of a concern, with what is said of what was sent just now. */
  async show(reading: Reading, { facility, id, code, codeHash }: Followed, said: Note = {}): Promise<PageAnswer> {
    const concern = await this.queries.execute(new ReadConcernStatus(facility.org, id, codeHash));
    if (!concern) return this.ask(reading, { facilityId: facility.id, none: true });
    const key = () => newFormKey(this.randomness);
    const keys = { add: key(), write: key(), withdraw: key(), file: key() };
    return statusPage({ reading, facility, concern, code, keys, ...said });
  }
}
