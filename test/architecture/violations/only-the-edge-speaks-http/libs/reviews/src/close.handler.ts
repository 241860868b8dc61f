import { BadRequestException } from '@nestjs/common';

export const closed = new BadRequestException('closed');
