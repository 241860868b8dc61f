import { Bell } from '#kernel/ledger';

/** Wakes nobody: what is filled is found by the sweep. */
export class SilentBell extends Bell {
  ring(): void {}
}
