import { Refusal } from '#kernel/core';
import { type Envelope, KeyReused } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { fromMaude, type MaudeRow, ReportSafetyEvent } from '#safety-events';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';
import type { Outcome } from './import-summary.js';
import { ImportedHistory, type Importing } from './imported-history.js';

/** MAUDE rows on their way into the ledger, one safety event each. */
export class MaudeImport {
  private constructor(
    private readonly session: Session,
    private readonly history: ImportedHistory,
  ) {}

  /** Checks who imports, who approved and where to, before the first row is read. */
  static async begin(session: Session, options: Importing): Promise<MaudeImport> {
    return new MaudeImport(session, await ImportedHistory.begin(session, options));
  }

  /** Refuses a file that lacks the columns of a report, before anything goes in. */
  checkColumns(header: readonly string[]): void {
    const missing = ['report_number', 'event_type', 'date_received'].filter((name) => !header.includes(name));
    if (missing.length > 0) throw new Mistake(`This is no MAUDE extract: it has no column ${missing.join(', ')}.`);
  }

  /** Files one row, or says why not. Rows of one report number take turns, so that the first of them is the one kept. */
  take(row: MaudeRow): Promise<Outcome> {
    const number = row.report_number ?? '';
    return this.history.inTurn(number, () => this.file(number, row));
  }

  /** The report's own number makes it the same command each time. */
  private async file(number: string, row: MaudeRow): Promise<Outcome> {
    try {
      const report = fromMaude(row, this.history.facility);
      const receipt = await this.session.commands.execute(
        new ReportSafetyEvent(this.idOf(number), report, this.envelope(number, report)),
      );
      return this.history.isNew(receipt) ? 'accepted' : 'duplicate';
    } catch (error) {
      if (error instanceof KeyReused) return { refused: 'this report number was imported before with other content' };
      if (error instanceof Refusal)
        return { refused: error.field ? `${error.field}: ${error.message}` : error.message };
      throw error;
    }
  }

  private idOf(number: string): string {
    return derivedUuid('maude', this.history.caller.org, number);
  }

  private envelope(number: string, report: ReportSafetyEvent['data']): Envelope {
    const { caller, approver } = this.history;
    return this.session.envelope(caller, ['maude', number], JSON.stringify(report), {
      occurredAt: report.eventAt.value,
      meta: { precision: 'estimated', reasonCode: 'imported-history', approver },
    });
  }
}
