import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { AssignTaxonomy } from './assign-taxonomy.command.js';
import { AssignTaxonomyRequest } from './assign-taxonomy.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/taxonomies')
export class AssignTaxonomyController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: "Choose a code of another's list; our own codes stay as they are" })
  @Post()
  @Allow('safety-event.classify')
  @Changes()
  assign(
    @Param() { id }: IdPath,
    @Body() body: AssignTaxonomyRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new AssignTaxonomy(id, body, toEnvelope(request)));
  }
}
