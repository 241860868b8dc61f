import type { Command } from '@nestjs/cqrs';
import { Places, Refusal } from '#kernel/core';
import { type Envelope, KeyReused, type Receipt } from '#kernel/ledger';
import {
  AssessHarm,
  columnsOf,
  fromRecord,
  LinkPatient,
  placeIds,
  type ReadRecord,
  ReportSafetyEvent,
  type WrittenRecord,
} from '#safety-events';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';
import type { Outcome } from './import-summary.js';
import { ImportedHistory, type Importing } from './imported-history.js';

/** A command, and under which key it is the same one each time. */
interface Step {
  readonly command: (envelope: Envelope) => Command<Receipt>;
  readonly key: readonly string[];
  readonly content: unknown;
}

/** Lines of a Common Formats file on their way into the ledger: a safety event under its own id, and its patients. */
export class CommonFormatsImport {
  private constructor(
    private readonly session: Session,
    private readonly history: ImportedHistory,
  ) {}

  /** Checks who imports, who approved and where to, before the first line is read. */
  static async begin(session: Session, options: Importing): Promise<CommonFormatsImport> {
    return new CommonFormatsImport(session, await ImportedHistory.begin(session, options));
  }

  /** Refuses a CSV file whose columns are not those of the format, before anything goes in. */
  checkColumns(header: readonly string[]): void {
    const known = columnsOf({ narratives: true }).map(({ key }) => key);
    const strange = header.find((name) => !known.includes(name));
    if (strange !== undefined || !header.includes('74081-1'))
      throw new Mistake('This is no Common Formats file: its first line does not name the columns of one.');
  }

  /** Brings in one line, or says why not. Lines of one safety event take turns, so that its patients come in order. */
  async take(line: WrittenRecord): Promise<Outcome> {
    try {
      const read = fromRecord(line);
      return await this.history.inTurn(read.id, () => this.file(read));
    } catch (error) {
      if (error instanceof KeyReused) return { refused: 'this was imported before with other content' };
      if (error instanceof Refusal)
        return { refused: error.field ? `${error.field}: ${error.message}` : error.message };
      throw error;
    }
  }

  /** Everything that the line says, each as a command that is the same one each time: what broke off is completed. */
  private async file(read: ReadRecord): Promise<Outcome> {
    let outcome: Outcome = 'duplicate';
    for (const step of await this.stepsOf(read)) {
      try {
        const receipt = await this.session.commands.execute(step.command(this.envelope(read, step)));
        if (this.history.isNew(receipt)) outcome = 'accepted';
      } catch (error) {
        // it is here already, by another way than this file: nothing of it is told again
        if (error instanceof Refusal && error.code === 'safety-event/already-reported') return 'duplicate';
        throw error;
      }
    }
    return outcome;
  }

  private async stepsOf(read: ReadRecord): Promise<readonly Step[]> {
    const { id, rating, patient } = read;
    const report = { ...read.report, ...(await this.placeOf(read)) };
    return [
      {
        command: (envelope) => new ReportSafetyEvent(id, report, envelope),
        key: [id, 'report'],
        content: { ...report, reportedAt: read.reportedAt },
      },
      ...(rating
        ? [
            {
              command: (envelope: Envelope) => new AssessHarm(id, rating, envelope),
              key: [id, 'harm'],
              content: rating,
            },
          ]
        : []),
      ...(patient
        ? [
            {
              command: (envelope: Envelope) => new LinkPatient(id, { facts: patient.facts }, envelope),
              key: [id, 'patient', `${patient.number}`],
              content: patient.facts,
            },
          ]
        : []),
    ];
  }

  /** Where the file says, if that is a place here; else where everything from elsewhere is filed. */
  private async placeOf({ place }: ReadRecord): Promise<{ facilityId: string; unitId?: string }> {
    const { caller, facility } = this.history;
    const named = place === undefined ? undefined : placeIds(place);
    const known = named && (await this.session.part(Places).facility(caller.org, named.facilityId, named.unitId));
    return known && (named.unitId === undefined || known.units.includes(named.unitId))
      ? named
      : { facilityId: facility.id };
  }

  private envelope({ reportedAt }: ReadRecord, { key, content }: Step): Envelope {
    const { caller, approver } = this.history;
    return this.session.envelope(caller, ['common-formats', ...key], JSON.stringify(content), {
      occurredAt: reportedAt,
      meta: { precision: 'exact', reasonCode: 'imported-history', approver },
    });
  }
}
