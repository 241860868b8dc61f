import type { Caller } from '#kernel/access';
import { Places, Refusal, uuid } from '#kernel/core';
import { type Envelope, KeyReused, Log, Placements, type Receipt } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { fromMaude, type MaudeRow, ReportSafetyEvent } from '#safety-events';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';
import { approverOf } from './approver.js';
import type { Outcome } from './import-summary.js';

/** Who imports, who approved it, and where to. */
export interface Importing extends Acting {
  readonly approvedBy?: string;
  readonly facility?: string;
}

/** MAUDE rows on their way into the ledger, one safety event each. */
export class MaudeImport {
  private readonly seen = new Set<string>();
  private readonly turns = new Map<string, Promise<void>>();

  private constructor(
    private readonly session: Session,
    private readonly caller: Caller,
    private readonly approver: string,
    private readonly facility: { readonly id: string; readonly zone: string },
    /** Where the ledger stood before: a receipt from before is of an earlier import. */
    private readonly head: number,
  ) {}

  /** Checks who imports, who approved and where to, before the first row is read. */
  static async begin(session: Session, options: Importing): Promise<MaudeImport> {
    const caller = await session.caller(options, 'safety-event.import');
    const approval = {
      ...options,
      action: 'safety-event.import',
      of: 'bringing in old reports',
      standIn: 'risk-manager',
    } as const;
    const approver = await approverOf(session, approval, caller);
    const facility = await facilityOf(session, options, caller);
    const ledger = (await session.part(Placements).ledgerOf(caller.org)) ?? 1;
    const head = await session.part(Log).head(ledger);
    return new MaudeImport(session, caller, approver.personId, facility, head);
  }

  /** Refuses a file that lacks the columns of a report, before anything goes in. */
  checkColumns(header: readonly string[]): void {
    const missing = ['report_number', 'event_type', 'date_received'].filter((name) => !header.includes(name));
    if (missing.length > 0) throw new Mistake(`This is no MAUDE extract: it has no column ${missing.join(', ')}.`);
  }

  /** Files one row, or says why not. Rows of one report number take turns, so that the first of them is the one kept. */
  async take(row: MaudeRow): Promise<Outcome> {
    const number = row.report_number ?? '';
    const turn = (this.turns.get(number) ?? Promise.resolve()).then(() => this.file(number, row));
    const over = turn.then(
      () => undefined,
      () => undefined, // whoever waits for its turn minds its own row
    );
    this.turns.set(number, over);
    const outcome = await turn;
    if (this.turns.get(number) === over) this.turns.delete(number);
    return outcome;
  }

  /** The report's own number makes it the same command each time. */
  private async file(number: string, row: MaudeRow): Promise<Outcome> {
    try {
      const report = fromMaude(row, this.facility);
      const receipt = await this.session.commands.execute(
        new ReportSafetyEvent(this.idOf(number), report, this.envelope(number, report)),
      );
      return this.wasThere(receipt) ? 'duplicate' : 'accepted';
    } catch (error) {
      if (error instanceof KeyReused) return { refused: 'this report number was imported before with other content' };
      if (error instanceof Refusal)
        return { refused: error.field ? `${error.field}: ${error.message}` : error.message };
      throw error;
    }
  }

  private wasThere({ stream, position }: Receipt): boolean {
    if (position <= this.head || this.seen.has(stream)) return true;
    this.seen.add(stream);
    return false;
  }

  private idOf(number: string): string {
    return derivedUuid('maude', this.caller.org, number);
  }

  private envelope(number: string, report: ReportSafetyEvent['data']): Envelope {
    return this.session.envelope(this.caller, ['maude', number], JSON.stringify(report), {
      occurredAt: report.eventAt.value,
      meta: { precision: 'estimated', reasonCode: 'imported-history', approver: this.approver },
    });
  }
}

const facilityOf = async (
  session: Session,
  options: Importing,
  { org }: Caller,
): Promise<{ id: string; zone: string }> => {
  const id = options.facility ?? (await session.named(options)).facility;
  if (!id) throw new Mistake('--facility is required where a person is named by their id.');
  const place = uuid().problem(id) ? undefined : await session.part(Places).facility(org, id);
  if (!place) throw new Mistake(`There is no facility ${id} in this organization.`);
  return { id, zone: place.zone };
};
