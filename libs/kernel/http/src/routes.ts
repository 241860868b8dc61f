import { PARAMTYPES_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { DiscoveryService } from '@nestjs/core';
import { getMetadataStorage } from 'class-validator';
import { type Route, routesOf } from '#kernel/access';

/** A class whose properties say what they may hold. */
export type RequestClass = new () => object;

const INPUTS = new Map([
  [RouteParamtypes.BODY, '@Body'],
  [RouteParamtypes.QUERY, '@Query'],
  [RouteParamtypes.PARAM, '@Param'],
]);

interface Input {
  readonly decorator: string;
  readonly type: unknown;
  /** The one property that was picked, as in `@Param('id')`: what is picked is not validated. */
  readonly picked?: string;
}

const inputsOf = ({ controller, method }: Route): Input[] => {
  const types: unknown[] = Reflect.getMetadata(PARAMTYPES_METADATA, controller.prototype, method) ?? [];
  const args: Record<string, { index: number; data?: string }> =
    Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
  return Object.entries(args).flatMap(([key, { index, data }]) => {
    const decorator = INPUTS.get(Number(key.split(':')[0]));
    return decorator ? [{ decorator, type: types[index], ...(data !== undefined && { picked: data }) }] : [];
  });
};

const isRequestClass = (type: unknown): type is RequestClass =>
  typeof type === 'function' &&
  getMetadataStorage().getTargetValidationMetadatas(type, '', false, false, undefined).length > 0;

/** The classes that a route's inputs are checked against. */
export const requestClassesOf = (route: Route): RequestClass[] =>
  inputsOf(route)
    .map(({ type }) => type)
    .filter(isRequestClass);

/** Inputs that nothing would check: Nest validates no interface, no `any`, no array and no picked property. */
export const uncheckedInputs = (discovery: DiscoveryService): string[] =>
  routesOf(discovery).flatMap((route) =>
    inputsOf(route)
      .filter(({ type, picked }) => picked !== undefined || !isRequestClass(type))
      .map(({ decorator }) => `${route.name} ${decorator}`),
  );
