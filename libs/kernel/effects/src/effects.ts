import { refuse } from '#kernel/core';
import type { Database } from '#kernel/platform';
import { present } from '#kernel/readers';
import type { EffectState, EffectTask, Resolution } from './effect.js';
import * as statements from './effects.sql.js';

const STATE_AFTER: Readonly<Record<Resolution, EffectState>> = { sent: 'sent', resend: 'pending', 'give-up': 'dead' };

/** The effects that wait for a person, and what the person decides. */
export class Effects {
  constructor(private readonly db: Database) {}

  /** What nobody knows, nobody takes, or nobody has let go yet after a restore: oldest first. */
  tasks(org: string): Promise<EffectTask[]> {
    return this.db.inOrg(org, async (tx) => {
      const rows = await tx.query<Omit<EffectTask, 'askedAt'> & { askedAt: Date }>(statements.tasks, [org]);
      return rows.map((row) => present({ ...row, askedAt: row.askedAt.toISOString() }));
    });
  }

  /**
   * Settles an effect: it was sent after all, it shall be sent again, or nobody tries any more. Says who decided. Refuses
   * what is no task (`effect/not-found`).
   */
  async resolve(org: string, id: string, resolution: Resolution, person: string): Promise<void> {
    const values = [org, id, STATE_AFTER[resolution], person];
    const [row] = await this.db.inOrg(org, (tx) => tx.query(statements.resolve, values));
    if (!row) refuse('effect/not-found', 'There is no such effect that waits for a decision.');
  }
}
