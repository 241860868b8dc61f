import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller, Read } from '#kernel/access';
import { Database } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { caseAsked, toldOf } from '../../record/case.reading.js';
import { type PatientView, patientViewOf } from './patient-view.js';

/** The patient view of one case, for staff who look at it first; nothing or `withheld` as the case itself. */
export class PreviewPatientView extends Query<
  { readonly revision: number; readonly view: PatientView } | 'withheld' | undefined
> {
  constructor(
    readonly id: string,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
  ) {
    super();
  }
}

@QueryHandler(PreviewPatientView)
export class PreviewPatientViewHandler implements IQueryHandler<PreviewPatientView> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  execute(asked: PreviewPatientView) {
    return this.db.inOrg(asked.caller.org, async (tx) => {
      const found = await caseAsked(tx, asked);
      if (!found || found === 'withheld') return found;
      const view = patientViewOf(await toldOf(this.opener, tx, found.row, asked.caller.grant.labels));
      return { revision: found.row.revision, view };
    });
  }
}
