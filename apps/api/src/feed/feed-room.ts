import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { RoleCache } from '#kernel/access';
import { Ids } from '#kernel/core';
import { ProblemError } from '#kernel/http';
import { type EnvelopeCloudEvent, type FeedListener, FeedReceiver } from '#kernel/readers';
import type { FeedGuest } from './feed-guest.js';
import { FeedRights } from './feed-rights.js';
import { FeedWindow, markOf } from './feed-window.js';

/** Milliseconds between two signs of life, at which a guest's token is judged anew. */
const BEAT = 15_000;
const IN_ALL = 2000;
const PER_PERSON = 20;

/** Where everybody sits who listens to the live feed at this api. */
@Injectable()
export class FeedRoom implements FeedListener, OnApplicationBootstrap, OnModuleDestroy {
  private readonly guests = new Set<FeedGuest>();
  private readonly window: FeedWindow;
  private timer: NodeJS.Timeout | undefined;
  private open = true;

  constructor(
    private readonly receiver: FeedReceiver,
    private readonly rights: FeedRights,
    private readonly roles: RoleCache,
    private readonly ids: Ids,
  ) {
    this.window = new FeedWindow(ids.next());
  }

  onApplicationBootstrap(): void {
    this.receiver.listen(this);
    this.timer = setTimeout(() => this.beat(), BEAT);
  }

  /** Sends everybody away, so that the server may close. */
  async onModuleDestroy(): Promise<void> {
    this.open = false;
    clearTimeout(this.timer);
    for (const guest of this.guests) guest.leave();
    await this.receiver.close();
  }

  /** Lets a guest in, who last heard `lastMark`, if anything. */
  enter(guest: FeedGuest, lastMark: string | undefined): void {
    this.checkRoom(guest);
    this.guests.add(guest);
    guest.once('close', () => this.guests.delete(guest));
    const missed = lastMark === undefined ? [] : this.window.since(lastMark);
    const mark = this.window.mark;
    if (!missed) guest.say('missed', {}, mark);
    else {
      for (const envelope of missed) this.pass(envelope, guest);
      guest.inOrder(async () => guest.say('ready', {}, mark));
    }
  }

  told(envelope: EnvelopeCloudEvent): void {
    if (!this.window.add(envelope)) return;
    for (const guest of this.guests) this.pass(envelope, guest);
  }

  interrupted(): void {
    for (const guest of this.guests) guest.inOrder(async () => guest.say('interrupted', {}));
  }

  begun(): void {
    this.window.begin(this.ids.next());
    const { mark } = this.window;
    for (const guest of this.guests) guest.inOrder(async () => guest.say('missed', {}, mark));
  }

  /** Says an envelope to a guest, as far as what they hold at this moment lets them have it. */
  private pass(envelope: EnvelopeCloudEvent, guest: FeedGuest): void {
    const { org, personId } = guest.person;
    if (envelope.tenantid !== org) return;
    guest.inOrder(async () => {
      const shown = this.rights.shown(envelope, (await this.roles.rolesOf(org, personId)) ?? []);
      if (shown) guest.say('changed', shown, markOf(envelope));
    });
  }

  private beat(): void {
    for (const guest of this.guests)
      guest.inOrder(async () => {
        await guest.checkToken();
        guest.beat();
      });
    if (this.open) this.timer = setTimeout(() => this.beat(), BEAT);
  }

  private checkRoom({ person }: FeedGuest): void {
    const own = [...this.guests].filter((one) => one.person.personId === person.personId).length;
    if (this.open && own < PER_PERSON && this.guests.size < IN_ALL) return;
    throw new ProblemError(TOO_MANY, { 'retry-after': '15' });
  }
}

const TOO_MANY = {
  type: '/problems/feed/too-many',
  title: 'Too many connections to the feed',
  status: 503,
  detail: 'You, or all of us together, listen with as many connections as this server takes. Close some, or come back.',
};
