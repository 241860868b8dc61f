import { Controller, Get, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal, streamId } from '#kernel/core';
import {
  CurrentPublicRequest,
  CurrentReading,
  checkedForm,
  newFormKey,
  PublicFacilities,
  type PublicFacility,
  PublicForm,
  PublicPage,
  type PublicRequest,
  publicEnvelope,
  Randomness,
  type Reading,
  SubmittedForm,
  said,
  TrackingCodes,
} from '#kernel/gate';
import type { FormBody, PageAnswer } from '#kernel/http';
import { Database } from '#kernel/platform';
import { ReadConcernStatus } from '../../views/concern-status/concern-status.query.js';
import { concernWords } from '../messages/words.js';
import { CodeForm } from './code.form.js';
import { codePage } from './code.page.js';
import { commandOf } from './command-of.js';
import { statusPage } from './status.page.js';

const NOT_FOUND = 404;
const REFUSED = 409;

/** Where somebody follows what they told us: by their code, which is in no address and kept nowhere. */
@ApiExcludeController()
@Controller('concern/status')
export class ConcernStatusController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly facilities: PublicFacilities,
    private readonly codes: TrackingCodes,
    private readonly randomness: Randomness,
    private readonly db: Database,
  ) {}

  @Get()
  @PublicPage()
  async ask(@CurrentReading() reading: Reading): Promise<PageAnswer> {
    return this.asked(reading, {});
  }

  @Post()
  @PublicForm('try-code')
  async show(
    @SubmittedForm() form: FormBody,
    @CurrentReading() reading: Reading,
    @CurrentPublicRequest() request: PublicRequest,
  ): Promise<PageAnswer> {
    const facilityId = said(form, 'facilityId');
    const checked = await checkedForm(CodeForm, form);
    const facility = await this.facilities.find(facilityId);
    const found = facility && (await this.found(facility, said(form, 'code')));
    if (!facility || !found) return this.asked(reading, { facilityId, none: true, status: NOT_FOUND });
    const t = concernWords(reading.language);
    const show = (note?: string, status?: number) =>
      this.shown(reading, facility, found, said(form, 'code'), note, status);
    if ('wrong' in checked) return show(t('wrong.words'), 400);
    const { doing, words } = checked.value;
    if (doing === 'look') return show();
    const envelope = publicEnvelope(request, facility.org, { kind: 'representative', role: 'family' });
    try {
      await this.commands.execute(commandOf(found.id, { doing, words, codeHash: found.codeHash }, envelope));
    } catch (error) {
      if (error instanceof Refusal) return show(t('refused.now'), REFUSED);
      throw error;
    }
    return show(t(`${doing}.done`));
  }

  /** The concern that a code is of, and the code's hash. Every code that leads nowhere takes the same way. */
  private found({ org }: PublicFacility, code: string): Promise<Found | undefined> {
    return this.db.inOrg(org, async (tx) => {
      const stream = await this.codes.find(tx, org, 'concern', code);
      return stream === undefined ? undefined : { id: streamId(stream), codeHash: this.codes.hashOf(org, code) };
    });
  }

  private async asked(
    reading: Reading,
    more: { readonly facilityId?: string; readonly none?: true; readonly status?: number },
  ): Promise<PageAnswer> {
    return codePage({
      reading,
      facilities: await this.facilities.all(),
      formKey: newFormKey(this.randomness),
      ...more,
    });
  }

  private async shown(
    reading: Reading,
    facility: PublicFacility,
    { id, codeHash }: Found,
    code: string,
    note?: string,
    status?: number,
  ): Promise<PageAnswer> {
    const concern = await this.queries.execute(new ReadConcernStatus(facility.org, id, codeHash));
    if (!concern) return this.asked(reading, { facilityId: facility.id, none: true, status: NOT_FOUND });
    const key = () => newFormKey(this.randomness);
    return statusPage({
      reading,
      facility,
      concern,
      code,
      keys: { add: key(), write: key(), withdraw: key() },
      ...(note !== undefined && { note }),
      ...(status !== undefined && { status }),
    });
  }
}

interface Found {
  readonly id: string;
  readonly codeHash: string;
}
