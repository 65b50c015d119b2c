import { RequestMethod, type INestApplicationContext, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { idempotentMetadata } from './idempotent.js';
import { type AccessRule, accessMetadata } from '../security/access.js';

/** A route of the application as its controller states it. */
export interface Route {
  readonly method: string;
  /** Template, e.g. `/v1/needs/:needId`. */
  readonly path: string;
  /** Undefined is a mistake that keeps the application from starting. */
  readonly access: AccessRule | undefined;
  /** Whether it takes an Idempotency-Key. */
  readonly idempotent: boolean;
  /** `Controller.method`, for messages. */
  readonly handler: string;
}

/** A route with what answers it. */
export interface StatedRoute extends Route {
  readonly controller: Type;
  readonly methodName: string;
  /** The controller that there is; undefined in a preview. */
  readonly instance: object;
}

/** Every route of every controller, sorted by path and method. */
export const listRoutes = (app: INestApplicationContext): readonly Route[] =>
  statedRoutes(app).map(({ method, path, access, idempotent, handler }) => ({
    method,
    path,
    access,
    idempotent,
    handler,
  }));

/** The same, with the controllers themselves. */
export function statedRoutes(app: INestApplicationContext): readonly StatedRoute[] {
  const scanner = new MetadataScanner();
  const controllers = [...app.get(ModulesContainer, { strict: false }).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers
    .flatMap(({ metatype, instance }) =>
      typeof metatype === 'function' ? routesOf(metatype as Type, instance as object, scanner) : [],
    )
    .sort((one, other) => compare(one.path, other.path) || compare(one.method, other.method));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function routesOf(controller: Type, instance: object, scanner: MetadataScanner): StatedRoute[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const prefixes = pathsOf(controller);
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name] as object;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const access = (Reflect.getMetadata(accessMetadata, handler) ?? Reflect.getMetadata(accessMetadata, controller)) as
      AccessRule | undefined;
    return prefixes.flatMap((prefix) =>
      pathsOf(handler).map((path) => ({
        method: RequestMethod[method],
        path: joined(prefix, path),
        access,
        idempotent: Reflect.hasMetadata(idempotentMetadata, handler),
        handler: `${controller.name}.${name}`,
        controller,
        methodName: name,
        instance,
      })),
    );
  });
}

const pathsOf = (target: object): string[] =>
  [(Reflect.getMetadata(PATH_METADATA, target) ?? '/') as string | string[]].flat();

const joined = (prefix: string, path: string): string =>
  `/${[prefix, path]
    .map((part) => part.replaceAll(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;

/** A route as the server knows it. */
export interface ServedRoute {
  readonly method: string;
  readonly url: string;
}

/**
 * Deny by default, at start: every controller's route states who may call it, and nothing is served that no
 * controller states. Names all that don't.
 */
export function assertAccessRules(stated: readonly Route[], served: readonly ServedRoute[]): void {
  const withoutRule = stated
    .filter(({ access }) => access === undefined)
    .map(({ method, path, handler }) => `${method} ${path} (${handler})`);
  const known = new Set(stated.map(({ method, path }) => `${method} ${path}`));
  const unstated = served
    .map(({ method, url }) => `${method} ${url}`)
    .filter((route) => !known.has(route) && !known.has(route.replace(/^HEAD /, 'GET ')));
  const missing = [...withoutRule, ...unstated];
  if (missing.length > 0) throw new Error(`These routes state no access rule (@Access): ${missing.join(', ')}`);
}
