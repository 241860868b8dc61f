import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { FILE_LIMIT } from '#kernel/attachments';
import { Refusal } from '#kernel/core';
import {
  CurrentReading,
  CurrentUpload,
  PublicUpload,
  publicEnvelope,
  type Reading,
  type SentUpload,
  said,
} from '#kernel/gate';
import type { PageAnswer } from '#kernel/http';
import { AttachConcernFile } from '../../commands/attach-concern-file/attach-concern-file.command.js';
import { concernWords } from '../messages/words.js';
import { FollowedConcern } from '../status/followed-concern.js';

const REFUSED = 409;

/** Where somebody with a code sends a photo or a paper (domain.md 7.6). Nobody opens it before it was scanned. */
@ApiExcludeController()
@Controller('concern/file')
export class ConcernFileController {
  constructor(
    private readonly commands: CommandBus,
    private readonly followed: FollowedConcern,
  ) {}

  @Post()
  @PublicUpload(FILE_LIMIT, 'try-code')
  async send(
    @CurrentUpload() { form, file, request }: SentUpload,
    @CurrentReading() reading: Reading,
  ): Promise<PageAnswer> {
    const facilityId = said(form, 'facilityId');
    const found = await this.followed.find(facilityId, said(form, 'code'));
    if (!found) return this.followed.ask(reading, { facilityId, none: true });
    const t = concernWords(reading.language);
    if (!file) return this.followed.show(reading, found, { note: t('wrong.file'), status: 400 });
    const { id, codeHash, facility } = found;
    const envelope = publicEnvelope(request, facility.org, { kind: 'representative', role: 'family' });
    try {
      await this.commands.execute(new AttachConcernFile(id, file, { codeHash }, envelope));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const note = error.code.startsWith('attachment/') ? t('file.refused') : t('refused.now');
      return this.followed.show(reading, found, { note, status: REFUSED });
    }
    return this.followed.show(reading, found, { note: t('file.done') });
  }
}
