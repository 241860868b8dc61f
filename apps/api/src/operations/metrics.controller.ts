import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Metrics } from '#kernel/observability';

@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @ApiOperation({ summary: 'Figures of this process and of the stores, as Prometheus reads them: counts, no ids' })
  @ApiProduces('text/plain')
  @Get()
  @Allow('anyone')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  text(): Promise<string> {
    return this.metrics.text();
  }
}
