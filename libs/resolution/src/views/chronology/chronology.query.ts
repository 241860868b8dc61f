import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Caller, Read } from '#kernel/access';
import { type Instant, LABELS, type Label } from '#kernel/core';
import type { Language } from '#kernel/gate';
import { Database } from '#kernel/platform';
import { Opener } from '#kernel/privacy';
import { withheldStreams } from '#kernel/readers';
import { factsStreamOf, streamOf } from '../../case-record/case-deadlines.js';
import { seenCase, type TimelineStep, timelineOf } from '../../case-record/shown-case.js';
import { languageOf } from '../../where-we-are-now/language-of.js';
import { toldOf } from '../../where-we-are-now/opened-told.js';
import { stepsOf, type ToldStep } from '../../where-we-are-now/where-we-are-now.js';
import { whereWeAreNow } from '../../where-we-are-now/where-we-are-now.projection.js';
import type { Form } from './chronology.request.js';
import { wordsOf } from './chronology.words.js';

/** A step of the full chronology: in words, and as recorded. */
export interface FullStep
  extends Pick<TimelineStep, 'type' | 'revision' | 'recordedAt' | 'actor' | 'said'>,
    Pick<ToldStep, 'at' | 'says'> {}

/** A case in the order of its steps: all that its reader may see, or what may be handed to the patient. */
export interface Chronology {
  readonly id: string;
  readonly form: Form;
  /** Of what is safe to share. */
  readonly language?: Language;
  readonly steps: readonly (FullStep | ToldStep)[];
  /** Present where steps that follow could not be read yet. */
  readonly withheld?: true;
}

/** The chronology of one case; nothing where there is none that the caller may see. */
export class ReadChronology extends Query<Chronology | 'withheld' | undefined> {
  constructor(
    readonly id: string,
    readonly form: Form,
    readonly caller: Caller,
    readonly read: Pick<Read, 'route' | 'requestId'>,
    readonly now: Instant,
    /** Of what is safe to share: the patient's, if left out. */
    readonly language?: Language,
  ) {
    super();
  }
}

@QueryHandler(ReadChronology)
export class ReadChronologyHandler implements IQueryHandler<ReadChronology> {
  constructor(
    private readonly db: Database,
    private readonly opener: Opener,
  ) {}

  /**
   * What is safe to share is read from the patient's own view, which never held anything else; the record is looked at
   * only for whose case it is.
   */
  execute({ id, form, caller, read, now, language }: ReadChronology): Promise<Chronology | 'withheld' | undefined> {
    const { org } = caller;
    const only: readonly Label[] = form === 'full' ? LABELS : ['SHARED'];
    return this.db.inOrg(org, async (tx) => {
      const seen = await seenCase(tx, {
        id,
        caller,
        read,
        now,
        only,
        beside: form === 'full' ? [] : [factsStreamOf(id)],
      });
      if (seen === undefined || seen === 'withheld') return seen;
      const { labels } = seen;
      const at = { tx, opener: this.opener };
      if (form === 'full') {
        const steps = (await timelineOf(at, seen.row, labels)).map(fullStepOf);
        return { id, form, steps, ...(seen.withheld && { withheld: true }) };
      }
      const { told } = await toldOf(at, { org, id, labels });
      const spoken = language ?? languageOf(told);
      const behind = await withheldStreams(tx, whereWeAreNow, org);
      const withheld = behind.has(streamOf(id)) || behind.has(factsStreamOf(id));
      return { id, form, language: spoken, steps: stepsOf(told, spoken), ...(withheld && { withheld }) };
    });
  }
}

const fullStepOf = ({ occurredAt, meta: _, ...step }: TimelineStep): FullStep => ({
  at: occurredAt,
  says: wordsOf(step.type),
  ...step,
});
