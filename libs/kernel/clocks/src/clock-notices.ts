import type { Instant, Recorded } from '#kernel/core';
import { type Addressee, type Notice, notifying } from '#kernel/effects';
import type { Reader } from '#kernel/readers';
import type { ToldRole } from './deadline/deadline.codes.js';
import type { DeadlineFact } from './deadline/deadline.events.js';

/** Who manages: told beside the owner of what is late (product.md 2.8). */
const MANAGER = 'risk-manager';
/** On call where somebody's life is at risk. */
const DUTY = 'safety-lead';
/** What was over for longer than this when it was recorded is history: no notice helps. Milliseconds. */
const HISTORY_MS = 24 * 3_600_000;

type Reminded = Extract<DeadlineFact, { type: 'DeadlineReminded' }>;
type Missed = Extract<DeadlineFact, { type: 'DeadlineMissed' }>;

const isHistory = ({ recordedAt }: Recorded, at: Instant): boolean =>
  Date.parse(recordedAt) - Date.parse(at) > HISTORY_MS;

const ownerOf = ({ owner, tells }: (Reminded | Missed)['data']): Addressee =>
  owner === undefined ? { role: tells } : { person: owner };

const paramsOf = ({ deadlineId, kind, dueAt }: (Reminded | Missed)['data']) => ({ deadline: deadlineId, kind, dueAt });

const paged = (notice: Omit<Notice, 'urgency' | 'to'>, stage: string): Notice => ({
  ...notice,
  code: 'life-at-risk-clock',
  urgency: 'page',
  to: { duty: DUTY },
  params: { ...notice.params, stage },
});

/** A notice of a clock that one role alone hears of: to its owner or that role, and to nobody else, however late. */
const quietly = (notice: Omit<Notice, 'urgency' | 'to'>, role: ToldRole, owner: string | undefined): Notice => ({
  ...notice,
  urgency: 'notice',
  to: owner === undefined ? { role } : { person: owner },
});

/**
 * Whom deadlines tell (product.md 2.8): the owner, or the role that its kind names, at half of the time and when it is
 * nearly over; owner and manager when it is late; and who is on call, where a life is at risk, from the start. `reserved`:
 * the kinds of streams of whose clocks one role alone hears.
 */
export const clockNotices = (reserved: ReadonlyMap<string, ToldRole>): Reader =>
  notifying<DeadlineFact>({
    name: 'clocks.notices',
    version: 1,
    on: {
      DeadlineReminded: (event: Recorded<Reminded>) => {
        const { data, stream } = event;
        if (isHistory(event, data.at)) return undefined;
        const notice = { code: `deadline-${data.stage}`, about: stream, params: paramsOf(data) };
        const alone = reserved.get(stream.slice(0, -37));
        if (alone) return data.stage === 'start' ? undefined : quietly(notice, alone, data.owner);
        return [
          ...(data.stage === 'start' ? [] : [{ ...notice, urgency: 'notice' as const, to: ownerOf(data) }]),
          ...(data.lifeAtRisk && data.stage !== 'due' ? [paged(notice, data.stage)] : []),
        ];
      },
      DeadlineMissed: (event: Recorded<Missed>) => {
        const { data, stream } = event;
        if (data.done || isHistory(event, data.dueAt)) return undefined;
        const owner = ownerOf(data);
        const notice = { code: 'deadline-late', urgency: 'notice' as const, about: stream, params: paramsOf(data) };
        const alone = reserved.get(stream.slice(0, -37));
        if (alone) return quietly(notice, alone, data.owner);
        const managed = 'role' in owner && owner.role === MANAGER;
        return [
          { ...notice, to: owner },
          ...(managed ? [] : [{ ...notice, to: { role: MANAGER } }]),
          ...(data.lifeAtRisk ? [paged(notice, 'late')] : []),
        ];
      },
    },
  });
