import type { Envelope } from '#kernel/ledger';
import { SendConcernMessage } from '../../commands/send-concern-message/send-concern-message.command.js';
import { SupplementConcern } from '../../commands/supplement-concern/supplement-concern.command.js';
import { WithdrawConcern } from '../../commands/withdraw-concern/withdraw-concern.command.js';
import type { Doing } from './code.form.js';

/** What somebody with a code asked for. */
interface Wanted {
  readonly doing: Exclude<Doing, 'look'>;
  readonly words?: string | undefined;
  readonly codeHash: string;
}

/** The command of a form. Words were checked to be there where there must be some. */
export const commandOf = (id: string, { doing, words = '', codeHash }: Wanted, envelope: Envelope) => {
  switch (doing) {
    case 'add':
      return new SupplementConcern(id, { words, codeHash }, envelope);
    case 'write':
      return new SendConcernMessage(id, { words, channel: 'tracking_code', codeHash }, envelope);
    case 'withdraw':
      return new WithdrawConcern(id, { codeHash }, envelope);
  }
};
