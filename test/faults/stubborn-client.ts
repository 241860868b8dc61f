import { setTimeout as pause } from 'node:timers/promises';
import { derivedUuid } from '#kernel/platform';
import type { Persona } from '#organizations';
import type { Client, ReceiptAnswer } from '../support/client.js';
import { aFall, aRating } from '../support/reports.js';
import { chance } from './chance.js';
import type { ClientJournal, Outcome } from './client-journal.js';

/** How often a client hangs up before the answer, and after how many milliseconds at most. */
const IMPATIENT = 0.05;
const HANGS_UP_WITHIN = 25;

/** How long a client asks again before it gives up. */
const GIVES_UP_AFTER = 30_000;

/**
 * Somebody who reports and rates without a pause. When no answer comes, whatever the reason, they send the same again
 * under the same key until one does; what they learn goes into the journal.
 */
export class StubbornClient {
  private readonly next: () => number;
  private count = 0;

  constructor(
    private readonly client: Client,
    private readonly persona: Persona,
    private readonly journal: ClientJournal,
    private readonly seed: number,
  ) {
    this.next = chance(seed);
  }

  /** Works until told to stop; answers when the last command is answered. */
  async workUntil(stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      const reported = await this.command('/v1/safety-events', aFall(this.persona.facility));
      if (reported && this.next() < 0.4)
        await this.command(`/v1/safety-events/${reported.id}/triage`, aRating(), { 'if-match': '"1"' });
    }
  }

  /** Reports once, and works until that is answered. */
  async once(): Promise<void> {
    await this.command('/v1/safety-events', aFall(this.persona.facility));
  }

  private async command(path: string, body: object, headings: Record<string, string> = {}) {
    const key = `fault-${this.seed}-${++this.count}`;
    const commandId = derivedUuid('http-command', this.persona.org, this.persona.person, key);
    const deadline = Date.now() + GIVES_UP_AFTER;
    for (let sent = 1; ; sent++) {
      const [outcome, receipt] = await this.tried(path, JSON.stringify(body), { ...headings, 'idempotency-key': key });
      if (outcome.is === 'unknown' && Date.now() < deadline) {
        await pause(20 + 60 * this.next());
        continue;
      }
      this.journal.note({ commandId, outcome, sent });
      return receipt;
    }
  }

  private async tried(path: string, body: string, headings: object): Promise<[Outcome, ReceiptAnswer?]> {
    const patience = this.next() < IMPATIENT ? HANGS_UP_WITHIN * this.next() : 10_000;
    const headers = { authorization: `Bearer ${this.client.token}`, 'content-type': 'application/json', ...headings };
    try {
      const signal = AbortSignal.timeout(Math.ceil(patience));
      const response = await fetch(`${this.client.url}${path}`, { method: 'POST', body, headers, signal });
      if (response.status >= 500) return [{ is: 'unknown' }];
      if (!response.ok) return [{ is: 'refused', status: response.status }];
      const receipt = (await response.json()) as ReceiptAnswer;
      return [{ is: 'acknowledged', receipt }, receipt];
    } catch {
      return [{ is: 'unknown' }];
    }
  }
}
