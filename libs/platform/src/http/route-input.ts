import { ROUTE_ARGS_METADATA, RouteParamtypes } from '@nestjs/common/internal';
import type { Type } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

export type DtoClass = new () => object;

/** Query parameters that a parameter decorator reads by itself. */
const queryMetadata = 'ajudant:query';
/** Media types of the body, where it isn't JSON alone. */
const mediaTypesMetadata = 'ajudant:media-types';

/** What a handler reads of a request, from the decorators of its parameters. */
export interface RouteInput {
  /** Null where the handler takes whatever query there is. */
  readonly queryNames: ReadonlySet<string> | null;
  /** Null where the handler takes no body. */
  readonly bodyMediaTypes: readonly string[] | null;
}

export const takesQuery =
  (...names: readonly string[]): MethodDecorator =>
  (target, key) => {
    const before = (Reflect.getMetadata(queryMetadata, target, key) as readonly string[] | undefined) ?? [];
    Reflect.defineMetadata(queryMetadata, [...before, ...names], target, key);
  };

export const takesMediaTypes =
  (...mediaTypes: readonly string[]): MethodDecorator =>
  (target, key) =>
    Reflect.defineMetadata(mediaTypesMetadata, mediaTypes, target, key);

/** Reads what the decorators of a handler's parameters say. */
export function routeInputOf(controller: Type, method: string): RouteInput {
  const prototype = controller.prototype as object;
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as readonly unknown[];
  const names = new Set((Reflect.getMetadata(queryMetadata, prototype, method) ?? []) as readonly string[]);
  let takesAnyQuery = false;
  const listed: unknown = Reflect.getMetadata(mediaTypesMetadata, prototype, method);
  let bodyMediaTypes = (listed ?? null) as readonly string[] | null;
  for (const [key, { index, data }] of Object.entries(parameters)) {
    const kind = Number(key.split(':')[0]);
    if (kind === RouteParamtypes.BODY) bodyMediaTypes ??= ['application/json'];
    if (kind !== RouteParamtypes.QUERY) continue;
    if (typeof data === 'string') names.add(data);
    else if (isDto(types[index])) propertiesOf(types[index]).forEach((name) => names.add(name));
    else takesAnyQuery = true;
  }
  return { queryNames: takesAnyQuery ? null : names, bodyMediaTypes };
}

const untyped: ReadonlySet<unknown> = new Set([Object, Function, Array, String, Number, Boolean]);

/** Whether a parameter's type is a class that validation rules stand in. */
export const isDto = (type: unknown): type is DtoClass => typeof type === 'function' && !untyped.has(type);

const propertiesOf = (dto: DtoClass): string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(dto, '', false, false)
    .map(({ propertyName }) => propertyName);
