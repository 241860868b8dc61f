import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsObject, IsString } from 'class-validator';
import { Allow } from '#kernel/access';
import { Inbox, type Urgency } from '#kernel/effects';
import {
  Absent,
  CurrentRead,
  IdPath,
  IsId,
  IsInstantWithZone,
  IsListOf,
  type ReadRequest,
  type Shown,
  Shows,
} from '#kernel/http';

/** A notice: what it says is its code, and its words are the reader's language. */
export class InboxItemBody {
  @IsId()
  id: string;

  @IsString()
  code: string;

  /** A `page` wants to be acknowledged. */
  @IsIn(['notice', 'page'])
  urgency: Urgency;

  /** The stream that it is about. */
  @IsString()
  about: string;

  /** Codes, ids and times that the words name. */
  @IsObject()
  params: Readonly<Record<string, string>>;

  /** The duty that nobody is on call for, in whose stead one was told. */
  @Absent()
  @IsString()
  insteadOf?: string;

  @IsInstantWithZone()
  at: string;

  @Absent()
  @IsInstantWithZone()
  readAt?: string;

  @Absent()
  @IsInstantWithZone()
  acknowledgedAt?: string;
}

/** One's own inbox, newest first. */
export class InboxBody {
  @IsListOf(() => InboxItemBody, 200)
  items: readonly InboxItemBody[];
}

@ApiTags('inbox')
@Controller('v1/inbox')
export class InboxController {
  constructor(private readonly inbox: Inbox) {}

  @ApiOperation({ summary: 'What one was told, newest first' })
  @Get()
  @Allow('inbox.own')
  @Shows(InboxBody)
  async list(@CurrentRead() { caller }: ReadRequest): Promise<Shown<InboxBody>> {
    const items = await this.inbox.items(caller.org, caller.personId);
    return { body: { items: items.map(({ reached, ...item }) => ({ ...item, ...reached })) } };
  }

  @ApiOperation({ summary: 'Note that one has read an item; the first time counts' })
  @Post(':id/read')
  @HttpCode(204)
  @Allow('inbox.own')
  read(@Param() { id }: IdPath, @CurrentRead() { caller }: ReadRequest): Promise<void> {
    return this.inbox.read(caller.org, caller.personId, id);
  }

  @ApiOperation({ summary: 'Take on what one was paged for; the first time counts' })
  @Post(':id/acknowledgement')
  @HttpCode(204)
  @Allow('inbox.own')
  acknowledge(@Param() { id }: IdPath, @CurrentRead() { caller }: ReadRequest): Promise<void> {
    return this.inbox.acknowledge(caller.org, caller.personId, id);
  }
}
