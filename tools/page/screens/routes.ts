import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const router = fileURLToPath(new URL('../../../../apps/web/src/app/router.tsx', import.meta.url));

/** Every address that the page knows, as its router has them: `/needs/$needId`. */
export const routesOfPage = (): string[] =>
  [...readFileSync(router, 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path]) => path!);

/** Which of them a path is of: one that names it to the letter before one with something left open. */
export const routeOf = (path: string, routes: readonly string[]): string | undefined =>
  routes.find((route) => route === path) ??
  routes.find((route) => new RegExp(`^${route.replaceAll(/\$\w+/g, '[^/]+')}$`).test(path));
