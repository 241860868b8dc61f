import { Injectable } from '@nestjs/common';
import { JsonContains } from 'typeorm';
import { Members } from '#kernel/access';
import type { Role } from '#kernel/core';
import { Database } from '#kernel/platform';
import { MemberRow } from './members.row.js';

/** Answers {@link Members} from the members view. */
@Injectable()
export class ViewedMembers extends Members {
  constructor(private readonly db: Database) {
    super();
  }

  async rolesOf(org: string, personId: string): Promise<{ roles: readonly Role[] } | undefined> {
    const row = await this.db.inOrg(org, ({ manager }) => manager.findOneBy(MemberRow, { org, id: personId }));
    return row ? { roles: row.roles } : undefined;
  }

  async holdersOf(org: string, role: Role): Promise<readonly string[]> {
    const rows = await this.db.inOrg(org, ({ manager }) =>
      manager.find(MemberRow, {
        select: { id: true },
        where: { org, roles: JsonContains([role]) },
        order: { id: 'ASC' },
      }),
    );
    return rows.map(({ id }) => id);
  }
}
