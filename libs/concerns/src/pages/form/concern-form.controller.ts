import { Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Clock, Ids, Places } from '#kernel/core';
import {
  CurrentPublicRequest,
  CurrentReading,
  checkedForm,
  newFormKey,
  PublicFacilities,
  PublicForm,
  PublicGate,
  PublicPage,
  type PublicRequest,
  pageWords,
  publicEnvelope,
  Randomness,
  type Reading,
  SubmittedForm,
  TrackingCodes,
} from '#kernel/gate';
import { type FormBody, type PageAnswer, ProblemError } from '#kernel/http';
import { SubmitConcern } from '../../commands/submit-concern/submit-concern.command.js';
import { ConcernForm } from './concern.form.js';
import { concernFormPage, type FormShown } from './concern-form.page.js';
import { faultsOf } from './faults.js';
import { thanksPage } from './thanks.page.js';
import { isPastDay, toSubmission } from './to-submission.js';

const TOO_MANY = 429;

/** Where patients and families tell us what worries them: without an account, and without any script. */
@ApiExcludeController()
@Controller('concern')
export class ConcernFormController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facilities: PublicFacilities,
    private readonly places: Places,
    private readonly gate: PublicGate,
    private readonly codes: TrackingCodes,
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @Get()
  @PublicPage()
  async form(@CurrentReading() reading: Reading): Promise<PageAnswer> {
    return concernFormPage({
      reading,
      facilities: await this.facilities.all(),
      formKey: newFormKey(this.randomness),
    });
  }

  @Post()
  @PublicForm()
  async submit(
    @SubmittedForm() form: FormBody,
    @CurrentReading() reading: Reading,
    @CurrentPublicRequest() request: PublicRequest,
  ): Promise<PageAnswer> {
    const facilities = await this.facilities.all();
    const again = (more: Pick<FormShown, 'wrong' | 'status'>) =>
      concernFormPage({ reading, facilities, formKey: request.formKey, given: form, ...more });
    const checked = await checkedForm(ConcernForm, form);
    const facility = 'value' in checked && facilities.find(({ id }) => id === checked.value.facilityId);
    const place = facility && (await this.places.facility(facility.org, facility.id));
    const now = this.clock.now();
    const wrong = faultsOf(reading.language, checked, {
      facility: Boolean(place),
      pastDay: (day) => !place || isPastDay(day, { zone: place.zone, now }),
    });
    if (wrong.length > 0 || !('value' in checked) || !facility || !place) return again({ wrong, status: 400 });
    const { value } = checked;
    const admitted = await this.gate.admit(facility).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.status === TOO_MANY) return error;
      throw error;
    });
    if (admitted instanceof ProblemError) return later(reading, facility.phone, admitted, again);
    const envelope = publicEnvelope(request, facility.org, {
      kind: value.named ? (value.role === 'patient' ? 'patient' : 'representative') : 'anonymous',
      role: 'family',
    });
    const { shown: code, hash: codeHash, lookups } = this.codes.issue(envelope);
    const { zone } = place;
    const told = toSubmission(value, { language: reading.language, zone, now, ...admitted, codeHash });
    await this.commands.execute(new SubmitConcern(this.ids.next(), told, { ...envelope, lookups }));
    return thanksPage(reading, facility, { code, stillAtRisk: value.stillAtRisk, named: value.named });
  }
}

/** Too many came at once: the form is shown again with what was written, and there is a number to call. */
const later = (
  { language }: Reading,
  phone: string,
  { headers }: ProblemError,
  again: (more: Pick<FormShown, 'wrong' | 'status'>) => PageAnswer,
): PageAnswer => {
  const t = pageWords(language);
  const minutes = Math.max(1, Math.ceil(Number(headers['retry-after'] ?? 60) / 60));
  const says = [t('problem.many', { minutes }), t('problem.many.call'), t('call', { phone })].join(' ');
  const shown = again({ wrong: [{ field: 'narrative', says }], status: TOO_MANY });
  return { ...shown, headers: { ...shown.headers, ...headers } };
};
