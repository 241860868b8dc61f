import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '#kernel/platform';
import { FacilityRow } from './facilities.row.js';

/** The facilities of an organization, by name. */
export class ListFacilities extends Query<FacilityRow[]> {
  constructor(readonly org: string) {
    super();
  }
}

@QueryHandler(ListFacilities)
export class ListFacilitiesHandler implements IQueryHandler<ListFacilities> {
  constructor(private readonly db: Database) {}

  execute({ org }: ListFacilities): Promise<FacilityRow[]> {
    return this.db.inOrg(org, ({ manager }) =>
      manager.find(FacilityRow, { where: { org }, order: { name: 'ASC', id: 'ASC' } }),
    );
  }
}
