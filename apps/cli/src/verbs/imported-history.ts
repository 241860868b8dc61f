import type { Action, Caller } from '#kernel/access';
import { Places, uuid } from '#kernel/core';
import { Log, Placements, type Receipt } from '#kernel/ledger';
import type { Acting } from '../session/acting.js';
import { Mistake } from '../session/mistake.js';
import type { Session } from '../session/session.js';
import { approverOf } from './approver.js';

/** Who imports, who approved it, and where to. */
export interface Importing extends Acting {
  readonly approvedBy?: string;
  readonly facility?: string;
}

/** A facility, and the zone its days are counted in. */
export interface Facility {
  readonly id: string;
  readonly zone: string;
}

/** Old reports on their way into the ledger: who brings them in, with whose approval, and what was there before. */
export class ImportedHistory {
  private readonly seen = new Set<number>();
  private readonly turns = new Map<string, Promise<void>>();

  private constructor(
    readonly caller: Caller,
    readonly approver: string,
    readonly facility: Facility,
    /** Where the ledger stood before: a receipt from before is of an earlier import. */
    private readonly head: number,
  ) {}

  /** Checks who imports, who approved and where to, before the first row is read. */
  static async begin(
    session: Session,
    options: Importing,
    action: Action = 'safety-event.import',
  ): Promise<ImportedHistory> {
    const caller = await session.caller(options, action);
    const approval = {
      ...options,
      action,
      of: 'bringing in old reports',
      standIn: 'risk-manager',
    } as const;
    const approver = await approverOf(session, approval, caller);
    const facility = await facilityOf(session, options, caller);
    const ledger = (await session.part(Placements).ledgerOf(caller.org)) ?? 1;
    const head = await session.part(Log).head(ledger);
    return new ImportedHistory(caller, approver.personId, facility, head);
  }

  /** Does the work for a row once all earlier rows of the same report are done: so their order is the file's. */
  async inTurn<T>(report: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(report) ?? Promise.resolve()).then(work);
    const over = turn.then(
      () => undefined,
      () => undefined, // whoever waits for its turn minds its own row
    );
    this.turns.set(report, over);
    try {
      return await turn;
    } finally {
      if (this.turns.get(report) === over) this.turns.delete(report);
    }
  }

  /** Whether a command's facts are of this row: not of an earlier import, nor of an earlier row. */
  isNew({ position }: Receipt): boolean {
    if (position <= this.head || this.seen.has(position)) return false;
    this.seen.add(position);
    return true;
  }
}

const facilityOf = async (session: Session, options: Importing, { org }: Caller): Promise<Facility> => {
  const id = options.facility ?? (await session.named(options)).facility;
  if (!id) throw new Mistake('--facility is required where a person is named by their id.');
  const place = uuid().problem(id) ? undefined : await session.part(Places).facility(org, id);
  if (!place) throw new Mistake(`There is no facility ${id} in this organization.`);
  return { id, zone: place.zone };
};
