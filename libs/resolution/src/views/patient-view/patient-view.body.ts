import { IsArray, IsObject, IsString } from 'class-validator';
import { Absent, IsInstantWithZone, Means } from '#kernel/http';

/** All of one kind, each with what the patient may read of it. */
const Many =
  (means: string): PropertyDecorator =>
  (target, name) => {
    Means(means)(target, name);
    IsArray()(target, name as string);
    IsObject({ each: true })(target, name as string);
  };

/** Where we are now, as the patient may read it. What was forgotten reads `{ "erased": true }`. */
export class PatientViewBody {
  /** One line, in plain words. */
  @IsString()
  status: string;

  /** When they hear from us next. */
  @Absent()
  @IsInstantWithZone()
  nextContactAt?: unknown;

  @Many('What was told: `at`, `type` (as in `InitialDisclosureHeld`) and `said`, field by field.')
  told: readonly object[];

  @Many('What they asked: `question`, `text`, `askedAt`, `answer`, `answeredAt`.')
  questions: readonly object[];

  @Many('What we promised: `promise`, `text`, `dueAt`, `madeAt`, `kept`, `keptAt`.')
  promises: readonly object[];

  @Many(
    'What we offered: `standing` (open, in_talks, accepted, over), `components`, `terms`, `releaseRequired`, `validUntil`, `madeAt`, `signedAt`.',
  )
  offers: readonly object[];
}
