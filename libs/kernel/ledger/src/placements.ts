import { literal, type Statements } from '#kernel/platform';
import { callPlace } from './append-calls.sql.js';
import { placementOf } from './log.sql.js';

/** The ledger of organizations that nobody placed elsewhere. */
const FIRST_LEDGER = 1;

/** Which ledger an organization lives on. Said once, when the organization is created, and never changed. */
export class Placements {
  private readonly known = new Map<string, Promise<number | undefined>>();

  constructor(private readonly db: Statements) {}

  /** Places an organization. Doing it again changes nothing; placing it elsewhere fails. */
  async place(org: string, ledger = FIRST_LEDGER): Promise<void> {
    await this.db.call({ text: callPlace, values: [org, ledger] });
  }

  /**
   * The organization's ledger, or nothing when it was never placed. Whoever asks while somebody else's question is on
   * its way waits for that one: what was asked in some order is answered in it.
   */
  ledgerOf(org: string): Promise<number | undefined> {
    const known = this.known.get(org);
    if (known) return known;
    const asked = this.ask(org);
    this.known.set(org, asked);
    const forget = () => this.known.delete(org);
    asked.then((ledger) => ledger ?? forget(), forget);
    return asked;
  }

  private async ask(org: string): Promise<number | undefined> {
    const [rows] = await this.db.glance(org, [placementOf(literal(org))]);
    return rows?.[0]?.ledger as number | undefined;
  }
}
