import { Column, Entity } from 'typeorm';
import { IdColumn, OrgColumn, PositionColumn } from '#kernel/readers';

/** How the public reaches a facility; without a phone number, not at all. */
@Entity({ schema: 'views', name: 'public_contacts_v1' })
export class PublicContactRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('text')
  readonly name: string;

  @Column('text', { nullable: true })
  readonly phone?: string;

  @Column('boolean', { name: 'accepts_concerns' })
  readonly acceptsConcerns: boolean;

  @PositionColumn()
  readonly position: number;
}
