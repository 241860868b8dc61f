import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow } from '#kernel/access';
import { documented } from '#kernel/http';
import { ReadinessBody } from './readiness.body.js';
import { Readiness } from './readiness.js';

const SERVING: readonly ReadinessBody['status'][] = ['ready', 'degraded'];

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @ApiOperation({ summary: 'Whether the process runs' })
  @Get('live')
  @Allow('anyone')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @ApiOperation({ summary: 'Whether requests can be served, and how far every reader is behind the ledger' })
  @Get('ready')
  @Allow('anyone')
  @ApiResponse({ status: 200, type: documented(ReadinessBody) })
  @ApiResponse({
    status: 503,
    type: ReadinessBody,
    description: 'PostgreSQL does not answer, no worker has run yet, or views are being filled for the first time.',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessBody> {
    const report = await this.readiness.report();
    if (!SERVING.includes(report.status)) reply.code(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '2');
    return report;
  }
}
