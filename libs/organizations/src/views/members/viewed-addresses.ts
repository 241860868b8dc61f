import { Injectable } from '@nestjs/common';
import { Addresses } from '#kernel/effects';
import { Database } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { MemberRow } from './members.row.js';

/** Answers {@link Addresses} from the members view. */
@Injectable()
export class ViewedAddresses extends Addresses {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {
    super();
  }

  holders(org: string, role: string): Promise<string[]> {
    return this.db.inOrg(org, async ({ manager }) => {
      const members = manager.createQueryBuilder(MemberRow, 'member').where('member.org = :org', { org });
      members.andWhere('member.roles @> :role::jsonb', { role: JSON.stringify([role]) }).orderBy('member.id');
      return (await members.getMany()).map(({ id }) => id);
    });
  }

  mailOf(org: string, person: string): Promise<string | undefined> {
    return this.db.inOrg(org, async (tx) => {
      const member = await tx.manager.findOneBy(MemberRow, { org, id: person });
      if (!member?.email) return undefined;
      const opened = await this.opener.open(tx, org, `person-${person}`, member.email);
      return 'clear' in opened ? opened.clear : undefined;
    });
  }
}
