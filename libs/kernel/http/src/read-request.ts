import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Caller, callerOfRequest } from '#kernel/access';
import { type EdgeRequest, routeOf } from './request.js';

/** What a query takes from its request beside its parameters: who asks, and what the audit of the read needs. */
export interface ReadRequest {
  readonly caller: Caller;
  readonly requestId: string;
  readonly route: string;
}

/** Gives a controller its {@link ReadRequest}. */
export const CurrentRead = createParamDecorator((_: undefined, context: ExecutionContext): ReadRequest => {
  const request = context.switchToHttp().getRequest<EdgeRequest>();
  return { caller: callerOfRequest(request), requestId: request.id, route: routeOf(request) };
});
