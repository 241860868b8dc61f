import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsString } from 'class-validator';
import { Allow } from '#kernel/access';
import { EFFECT_STATES, type EffectState, Effects, RESOLUTIONS, type Resolution } from '#kernel/effects';
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

/** A mail that waits for somebody to decide. */
export class EffectBody {
  @IsId()
  id: string;

  /** Names it at the provider. */
  @IsString()
  key: string;

  @IsString()
  code: string;

  /** The stream that it is about. */
  @IsString()
  about: string;

  /** Whom it was for. */
  @IsId()
  person: string;

  @IsIn(EFFECT_STATES)
  state: EffectState;

  @IsInt()
  attempts: number;

  @Absent()
  @IsString()
  trouble?: string;

  @IsInstantWithZone()
  askedAt: string;
}

/** What waits, oldest first. */
export class EffectsBody {
  @IsListOf(() => EffectBody, 500)
  items: readonly EffectBody[];
}

/** That it was sent after all, that it shall be sent again, or that nobody tries any more. */
export class ResolutionRequest {
  @IsIn(RESOLUTIONS)
  resolution: Resolution;
}

@ApiTags('effects')
@Controller('v1/effects')
export class EffectsController {
  constructor(private readonly effects: Effects) {}

  @ApiOperation({ summary: 'Mails of which nobody knows whether they were sent, or that nobody takes' })
  @Get()
  @Allow('effects.read')
  @Shows(EffectsBody)
  async list(@CurrentRead() { caller }: ReadRequest): Promise<Shown<EffectsBody>> {
    return { body: { items: await this.effects.tasks(caller.org) } };
  }

  @ApiOperation({ summary: 'Decide what becomes of such a mail' })
  @Post(':id/resolution')
  @HttpCode(204)
  @Allow('effects.resolve')
  resolve(
    @Param() { id }: IdPath,
    @Body() { resolution }: ResolutionRequest,
    @CurrentRead() { caller }: ReadRequest,
  ): Promise<void> {
    return this.effects.resolve(caller.org, id, resolution, caller.personId);
  }
}
