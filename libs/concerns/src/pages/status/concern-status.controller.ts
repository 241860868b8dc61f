import { Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal } from '#kernel/core';
import {
  CurrentPublicRequest,
  CurrentReading,
  checkedForm,
  PublicForm,
  PublicPage,
  type PublicRequest,
  publicEnvelope,
  type Reading,
  SubmittedForm,
  said,
} from '#kernel/gate';
import type { FormBody, PageAnswer } from '#kernel/http';
import { concernWords } from '../messages/words.js';
import { CodeForm } from './code.form.js';
import { commandOf } from './command-of.js';
import { FollowedConcern } from './followed-concern.js';

const REFUSED = 409;

/** Where somebody follows what they told us, adds to it, writes, or takes it back. */
@ApiExcludeController()
@Controller('concern/status')
export class ConcernStatusController {
  constructor(
    private readonly commands: CommandBus,
    private readonly followed: FollowedConcern,
  ) {}

  @Get()
  @PublicPage()
  async ask(@CurrentReading() reading: Reading): Promise<PageAnswer> {
    return this.followed.ask(reading);
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
    const found = await this.followed.find(facilityId, said(form, 'code'));
    if (!found) return this.followed.ask(reading, { facilityId, none: true });
    const t = concernWords(reading.language);
    if ('wrong' in checked) return this.followed.show(reading, found, { note: t('wrong.words'), status: 400 });
    const { doing, words } = checked.value;
    if (doing === 'look') return this.followed.show(reading, found);
    const { id, codeHash, facility } = found;
    const envelope = publicEnvelope(request, facility.org, { kind: 'representative', role: 'family' });
    try {
      await this.commands.execute(commandOf(id, { doing, words, codeHash }, envelope));
    } catch (error) {
      if (error instanceof Refusal)
        return this.followed.show(reading, found, { note: t('refused.now'), status: REFUSED });
      throw error;
    }
    return this.followed.show(reading, found, { note: t(`${doing}.done`) });
  }
}
