import { type Bonds, bound } from '#kernel/readers';
import { countsOf } from '../../counts/counts-of.js';
import { factsOf } from '../../facts/facts-of.js';
import { concernGroup, safetyEventGroup } from '../../subject/group.js';
import type { SafetyEventSubject } from '../../subject/safety-event.js';
import type { Subject } from '../../subject/subject.js';
import type { SubjectRow } from './measure-subject.row.js';

type Rows = ReadonlyMap<string, SubjectRow>;

const mergedWith = ({ subject }: SubjectRow): readonly string[] => (subject.merged ? [subject.merged.into] : []);

/** Where one that was merged away goes on in the end; nothing where that is not known here. */
const survivorOf = (id: string, rows: Rows, passed: readonly string[] = []): string | undefined => {
  const into = rows.get(id)?.subject.merged?.into;
  if (into === undefined) return rows.has(id) ? id : undefined;
  return passed.includes(id) ? undefined : survivorOf(into, rows, [...passed, id]);
};

/** What was merged into one, near and far, without what is void. */
const absorbed = (id: string, rows: Rows): readonly Subject[] => {
  if (rows.get(id)?.subject.merged) return [];
  const others = [...rows].filter(([other]) => other !== id && survivorOf(other, rows) === id);
  return others
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { subject }]) => subject)
    .filter((subject) => subject.kind === 'concern' || !subject.voided);
};

/** A record with all that was merged into it. */
const groupOf = (id: string, { subject }: SubjectRow, rows: Rows) => {
  const merged = absorbed(id, rows);
  return subject.kind === 'concern'
    ? concernGroup(
        subject,
        merged.filter((one) => one.kind === 'concern'),
      )
    : safetyEventGroup(
        subject,
        merged.filter((one) => one.kind === 'safety-event'),
      );
};

/** The row with everything that follows. */
const whole = (id: string, row: SubjectRow, rows: Rows, bonds: readonly string[]): SubjectRow => {
  const group = groupOf(id, row, rows);
  const [facts, counts] = [factsOf(group), countsOf(group)];
  const anchors = [...facts.map(({ anchorAt }) => anchorAt), ...counts.map(({ at }) => at)].sort();
  const [firstAnchorAt, lastAnchorAt] = [anchors[0], anchors.at(-1)];
  const { kind, facilityId, subject, position } = row;
  return {
    kind,
    facilityId,
    ...(subject.kind === 'safety-event' && strataOf(subject)),
    subject,
    bonds,
    facts,
    counts,
    ...(firstAnchorAt && { firstAnchorAt }),
    ...(lastAnchorAt && { lastAnchorAt }),
    position,
  };
};

const strataOf = ({ harm, type, origin }: SafetyEventSubject) => ({
  harm,
  eventType: type ?? 'not_said',
  source: origin.source,
});

/**
 * What follows for a record and for those that it is merged with, either way: its facts and its counts. A survivor
 * counts for all of them (domain.md 2.2, rule 4), so it is settled anew whenever one of them learns something.
 */
export const subjectBonds: Bonds<SubjectRow> = {
  of: (row) => [...mergedWith(row), ...row.bonds],
  settle: (rows) => {
    const sets = bound(rows, mergedWith, rows.keys());
    return new Map(
      sets.flatMap((set) => {
        const those = new Map([...set].flatMap((id) => [...rows].filter(([one]) => one === id)));
        return [...those].map(([id, row]) => {
          const others = [...set].filter((one) => one !== id).sort();
          return [id, whole(id, row, those, others)] as const;
        });
      }),
    );
  },
};
