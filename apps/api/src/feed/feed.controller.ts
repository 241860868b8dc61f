import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, bearerToken, callerOfRequest, type GuardedRequest, TokenVerifier } from '#kernel/access';
import { FeedGuest } from './feed-guest.js';
import { FeedRoom } from './feed-room.js';

const DESCRIPTION = `Server-sent events, each with a JSON object as data:
\`ready\` (from here on everything is told), \`changed\` (the envelope of one event, a CloudEvent without content),
\`interrupted\` (nothing will be told for now), \`missed\` (something may have been missed: read again what you show).
A client that comes back names the last id as \`Last-Event-ID\`.`;

@ApiTags('feed')
@Controller('v1/feed')
export class FeedController {
  constructor(
    private readonly room: FeedRoom,
    private readonly tokens: TokenVerifier,
  ) {}

  @ApiOperation({ summary: 'What changes, as it changes: the envelopes of the streams that one may read' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id that was heard last.' })
  @ApiProduces('text/event-stream')
  @ApiResponse({ status: 200, description: DESCRIPTION, schema: { type: 'string' } })
  @Get()
  @Allow('feed.watch')
  listen(@Req() request: FastifyRequest & GuardedRequest, @Res() reply: FastifyReply): void {
    const token = bearerToken(request);
    const { org, personId } = callerOfRequest(request);
    const guest = new FeedGuest({ org, personId }, () => this.tokens.verify(token));
    const last = request.headers['last-event-id'];
    this.room.enter(guest, typeof last === 'string' && last !== '' ? last : undefined);
    reply.raw.once('close', () => guest.destroy());
    void reply.headers({ 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }).send(guest);
  }
}
