import { IsObject, IsString } from 'class-validator';
import { Absent, IsId, IsInstantWithZone, IsListOf } from '#kernel/http';
import { DRAFTS_LIMIT, type Unfinished } from './drafts.js';

/** That a draft was saved. */
export class SavedBody {
  @IsId()
  id: string;

  @IsInstantWithZone()
  savedAt: string;
}

/** A draft in a list. */
export class DraftLineBody extends SavedBody {
  /** How its narrative begins, where there is one. */
  @Absent()
  @IsString()
  beginning?: string;
}

/** One's own drafts, newest first. */
export class DraftsBody {
  @IsListOf(() => DraftLineBody, DRAFTS_LIMIT)
  items: readonly DraftLineBody[];
}

/** A draft. */
export class DraftBody extends SavedBody {
  @IsObject()
  report: Unfinished;
}
