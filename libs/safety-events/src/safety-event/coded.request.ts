import { applyDecorators } from '@nestjs/common';
import { Matches } from 'class-validator';

const CODED = /^[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,79}$/;

/** A short identifier from somebody else's register: of a report, an organization, a format; never a person's. */
export const IsCoded = (): PropertyDecorator =>
  applyDecorators(
    Matches(CODED, {
      message: 'must be a short code: letters, digits and . _ : / + - or space, at most 80',
    }) as PropertyDecorator,
  );
