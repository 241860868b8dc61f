import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { type Shown, Shows } from '#kernel/http';
import { CFER_ELEMENTS } from '../../taxonomies/cfer-h-elements.codes.js';
import type { ListedCode } from '../../taxonomies/code-list.codes.js';
import { CODE_LISTS } from '../../taxonomies/code-lists.codes.js';
import { CROSSWALK } from '../../taxonomies/crosswalk.rules.js';
import { type ListedCodeBody, TaxonomyListsBody } from './taxonomy-lists.body.js';

@ApiTags('safety events')
@Controller('v1/taxonomies')
export class TaxonomyListsController {
  @ApiOperation({ summary: 'The code lists with their versions, owners and how each code is known' })
  @Get()
  @Allow('taxonomies.read')
  @Shows(TaxonomyListsBody)
  list(): Shown<TaxonomyListsBody> {
    const { version, standing } = CROSSWALK;
    const items = CODE_LISTS.map((list) => ({ ...list, codes: list.codes.map(shown) }));
    return { body: { items, elements: CFER_ELEMENTS, crosswalk: { version, standing } } };
  }
}

/** What any list says of a code; what only one says (which class a category is for) is its rules' business. */
const shown = ({ code, display, letter, loinc, status }: ListedCode): ListedCodeBody => ({
  code,
  ...(display && { display }),
  ...(letter && { letter }),
  ...(loinc && { loinc }),
  status,
});
