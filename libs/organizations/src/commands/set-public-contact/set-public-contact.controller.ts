import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, IsText, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SetPublicContact } from './set-public-contact.command.js';

export class SetPublicContactRequest {
  /** Whom to call, as `312-555-0142`. */
  @IsText(40)
  readonly phone: string;

  /** Whether patients, families and staff can write to this facility without an account. */
  @IsBoolean()
  readonly acceptsConcerns: boolean;
}

@ApiTags('organizations')
@Controller('v1/facilities/:id/public-contact')
export class SetPublicContactController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say how the public reaches a facility, and whether it takes what they write' })
  @Post()
  @Allow('organization.administer')
  @Changes()
  set(
    @Param() { id }: IdPath,
    @Body() { phone, acceptsConcerns }: SetPublicContactRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const contact = { facilityId: id, phone, acceptsConcerns };
    return this.commands.execute(new SetPublicContact(contact, toEnvelope(request)));
  }
}
