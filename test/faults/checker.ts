import { verifyLedger } from '#kernel/ledger';
import type { FreshDatabase } from '../support/index.js';
import { eventsOfCommands, strangers, unfollowed } from './checker.sql.js';
import type { ClientJournal, Entry, Standing } from './client-journal.js';
import { differencesToRebuild } from './rebuild.js';

const LEDGER = 1;

type Found = Standing & { readonly commandId: string };

/** What is wrong with one command, whose events these are. Every command of ours makes one event. */
const problemOf = ({ commandId, outcome }: Entry, found: readonly Found[]): string | undefined => {
  const [event] = found;
  if (found.length > 1) return `${commandId} is there ${found.length} times`;
  if (outcome.is === 'refused') return event && `${commandId} was refused, and is there at ${event.position}`;
  if (outcome.is === 'unknown') return undefined; // there or not: nobody was told
  if (!event) return `${commandId} was acknowledged at ${outcome.receipt.position}, and is not there`;
  const { stream, revision, position } = outcome.receipt;
  return event.stream === stream && event.revision === revision && event.position === position
    ? undefined
    : `${commandId} was acknowledged at ${position}, and is at ${event.position}`;
};

/** Holds a journal against the events of the ledger after `since`: every command as its client knows it, and no others. */
export const problemsInLedger = async (
  { worker }: FreshDatabase,
  { entries }: ClientJournal,
  since: number,
): Promise<string[]> => {
  const ids = entries.map(({ commandId }) => commandId);
  const found = await worker.call<Found>({ text: eventsOfCommands, values: [ids] });
  const byCommand = new Map<string, Found[]>();
  for (const event of found) byCommand.set(event.commandId, [...(byCommand.get(event.commandId) ?? []), event]);
  const others = await worker.call<{ position: number; type: string }>({ text: strangers, values: [since, ids] });
  return [
    ...entries.flatMap((entry) => problemOf(entry, byCommand.get(entry.commandId) ?? []) ?? []),
    ...others.map(({ position, type }) => `${type} at ${position} came of no command that anybody sent`),
  ];
};

/**
 * The checker: what a run's clients know, against the ledger, its chain, and every view beside its rebuild. Needs readers
 * at the head and no writer. Answers what is wrong.
 */
export const problemsAfter = async (
  database: FreshDatabase,
  journal: ClientJournal,
  since: number,
): Promise<string[]> => {
  const { ok, problem, firstBad } = await verifyLedger(database.worker, LEDGER);
  return [
    ...(await problemsInLedger(database, journal, since)),
    ...(ok ? [] : [`The ledger does not verify at ${firstBad}: ${problem}`]),
    ...(await differencesToRebuild(database)),
  ];
};

/** What an automation owes: every event of a type after a position has caused exactly one other. */
export const problemsOfAutomation = async (
  { worker }: FreshDatabase,
  type: string,
  since: number,
): Promise<string[]> => {
  const rows = await worker.call<{ position: number; followers: number }>({ text: unfollowed, values: [since, type] });
  return rows.map(({ position, followers }) => `${type} at ${position} was followed ${followers} times`);
};
