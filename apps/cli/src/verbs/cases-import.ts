import { Refusal } from '#kernel/core';
import { type Envelope, KeyReused } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { caseOf } from '#resolution';
import { patientOf } from '#safety-events';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';
import { type BroughtIn, type CaseRow, COLUMNS, NEEDED, readCaseRow } from './case-row.js';
import { type CasePlace, type CaseStep, caseSteps } from './case-steps.js';
import type { Outcome } from './import-summary.js';
import { ImportedHistory, type Importing } from './imported-history.js';

/** Open cases of a spreadsheet on their way into the ledger: a safety event and its resolution case each. */
export class CasesImport {
  private constructor(
    private readonly session: Session,
    private readonly history: ImportedHistory,
    private readonly acting: Importing,
  ) {}

  /** Checks who imports, who approved and where to, before the first row is read. */
  static async begin(session: Session, options: Importing): Promise<CasesImport> {
    const history = await ImportedHistory.begin(session, options, 'resolution-case.import');
    return new CasesImport(session, history, options);
  }

  /** Refuses a file whose columns are not those of open cases, before anything goes in. */
  checkColumns(header: readonly string[]): void {
    const missing = NEEDED.filter((name) => !header.includes(name));
    if (missing.length > 0) throw new Mistake(`This is no list of open cases: it has no column ${missing.join(', ')}.`);
    const strange = header.find((name) => !COLUMNS.some((one) => one === name));
    if (strange) throw new Mistake(`There is no column ${strange}. There are: ${COLUMNS.join(', ')}.`);
  }

  /** Brings in one row, or says why not and in which column. Rows of one reference take turns. */
  async take(row: CaseRow): Promise<Outcome> {
    try {
      const told = readCaseRow(row, this.history.facility.zone);
      return await this.history.inTurn(told.reference, () => this.bring(told));
    } catch (error) {
      if (error instanceof KeyReused)
        return { refused: 'a case of this reference was brought in before, told otherwise' };
      if (error instanceof Mistake) return { refused: error.message };
      if (error instanceof Refusal)
        return { refused: error.field ? `${error.field}: ${error.message}` : error.message };
      throw error;
    }
  }

  /** Each step is a command that is the same one each time: what broke off is completed. */
  private async bring(told: BroughtIn): Promise<Outcome> {
    let outcome: Outcome = 'duplicate';
    const place = await this.placeOf(told);
    for (const step of caseSteps(told, place)) {
      const receipt = await this.session.commands.execute(step.command(this.envelope(told, place, step)));
      if (this.history.isNew(receipt)) outcome = 'accepted';
    }
    return outcome;
  }

  private async placeOf({ reference, owner, liaison }: BroughtIn): Promise<CasePlace> {
    const { caller, facility } = this.history;
    const person = async (by: string) => (await this.session.named({ ...this.acting, by, org: caller.org })).person;
    const safetyEventId = derivedUuid('case-brought-in', caller.org, reference);
    const patient = patientOf(caller.org, safetyEventId);
    return {
      safetyEventId,
      patient,
      id: caseOf(caller.org, safetyEventId, patient),
      facilityId: facility.id,
      owner: await person(owner),
      liaison: liaison && (await person(liaison)),
    };
  }

  private envelope(told: BroughtIn, { facilityId }: CasePlace, { name, at, of }: CaseStep): Envelope {
    const { caller, approver, facility } = this.history;
    return this.session.envelope(caller, ['cases-csv', told.reference, name], JSON.stringify(told), {
      occurredAt: at,
      meta: {
        precision: 'minute',
        reasonCode: of === 'past' ? 'imported-history' : 'paper-report',
        approver,
        ...(of === 'case' && { facility: facilityId, zone: facility.zone }),
      },
    });
  }
}
