import { Column, Entity } from 'typeorm';
import type { Role } from '#kernel/core';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';

/** A person who works here, with the roles that they hold. */
@Entity({ schema: 'views', name: 'members_v1' })
export class MemberRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  /** Sealed; opened by a query that may. */
  @Column('text')
  readonly name: string;

  /** Sealed; absent where nobody knows one. */
  @Column('text', { nullable: true })
  readonly email?: string;

  @Column('jsonb')
  readonly roles: readonly Role[];

  @PositionColumn()
  readonly position: number;
}
