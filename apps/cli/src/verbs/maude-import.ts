import { type Caller, Members } from '#kernel/access';
import { Places, Refusal } from '#kernel/core';
import { type Envelope, KeyReused, Log, Placements, type Receipt } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { fromMaude, type MaudeRow, ReportSafetyEvent } from '#safety-events';
import { Mistake } from '../session/mistake.js';
import type { Acting, Session } from '../session/session.js';
import type { Outcome } from './import-summary.js';

/** MAUDE rows on their way into the ledger, one safety event each. */
export class MaudeImport {
  private readonly seen = new Set<string>();

  private constructor(
    private readonly session: Session,
    private readonly caller: Caller,
    private readonly approver: string,
    private readonly facility: { readonly id: string; readonly zone: string },
    /** Where the ledger stood before: a receipt from before is of an earlier import. */
    private readonly head: number,
  ) {}

  /** Checks who imports, who approved and where to, before the first row is read. */
  static async begin(session: Session, options: Acting & { readonly approvedBy: string }): Promise<MaudeImport> {
    const caller = await session.caller(options, 'safety-event.import');
    const approver = await session.persona(options.approvedBy, caller.org);
    if (!(await session.part(Members).rolesOf(caller.org, approver.person)))
      throw new Mistake(`${options.approvedBy} is nobody who works there.`);
    const id = options.facility ?? (await session.persona(options.by, options.org)).facility;
    const place = await session.part(Places).facility(caller.org, id);
    if (!place) throw new Mistake(`There is no facility ${id} in this organization.`);
    const ledger = (await session.part(Placements).ledgerOf(caller.org)) ?? 1;
    const head = await session.part(Log).head(ledger);
    return new MaudeImport(session, caller, approver.person, { id, zone: place.zone }, head);
  }

  /** Refuses a file that lacks the columns of a report, before anything goes in. */
  columns(header: readonly string[]): string[] {
    const missing = ['report_number', 'event_type', 'date_received'].filter((name) => !header.includes(name));
    if (missing.length > 0) throw new Mistake(`This is no MAUDE extract: it has no column ${missing.join(', ')}.`);
    return [...header];
  }

  /** Files one row, or says why not. The report's own number makes it the same command each time. */
  async take(row: MaudeRow): Promise<Outcome> {
    try {
      const report = fromMaude(row, this.facility);
      const number = row.report_number ?? '';
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
