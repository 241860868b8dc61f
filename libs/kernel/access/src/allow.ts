import { SetMetadata } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Action } from './permissions.js';

const ALLOWED = 'forthright:allow';

/** Says who may use a route: those whose roles allow the action, or `anyone`, signed in or not. */
export const Allow = (action: Action | 'anyone') => SetMetadata(ALLOWED, action);

/** What a route's @Allow says; nothing where it has none. */
export const allowedBy = (handler: object): Action | 'anyone' | undefined => Reflect.getMetadata(ALLOWED, handler);

/** One method of a controller that answers requests. */
export interface Route {
  /** `Controller.method`, for messages. */
  readonly name: string;
  readonly controller: new (...args: never[]) => object;
  readonly method: string;
  readonly handler: object;
}

/** Every route of the application. */
export const routesOf = (discovery: DiscoveryService): Route[] => {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    const controller = metatype as Route['controller'];
    const prototype = controller.prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .map((method) => ({ name: `${controller.name}.${method}`, controller, method, handler: prototype[method] ?? {} }))
      .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler));
  });
};

/** The routes that forgot to say who may use them. An application that has any must not start. */
export const routesWithoutAllow = (discovery: DiscoveryService): string[] =>
  routesOf(discovery)
    .filter(({ handler }) => !allowedBy(handler))
    .map(({ name }) => name);
