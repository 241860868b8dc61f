import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { IsListOf, type Shown, Shows } from '#kernel/http';
import { DefinitionBody } from '../../definitions/definition.body.js';
import { DEFINITIONS } from '../../definitions/definitions.js';

/** Every measure that is counted. */
export class DefinitionsBody {
  @IsListOf(() => DefinitionBody, 100)
  items: readonly DefinitionBody[];
}

@ApiTags('measures')
@Controller('v1/measures')
export class MeasureDefinitionsController {
  @ApiOperation({ summary: 'The measures and how they are counted' })
  @Get()
  @Allow('measures.read')
  @Shows(DefinitionsBody)
  list(): Shown<DefinitionsBody> {
    return { body: { items: Object.values(DEFINITIONS) } };
  }
}
