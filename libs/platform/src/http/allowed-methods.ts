import type { Route } from './routes.js';

/** Tells a path that isn't there from one that doesn't take the method. */
export class AllowedMethods {
  private routes: readonly { readonly method: string; readonly segments: readonly string[] }[] = [];

  learn(routes: readonly Route[]): void {
    this.routes = routes.map(({ method, path }) => ({ method, segments: path.split('/') }));
  }

  /** The methods that routes with this path take, sorted; empty if there is no such path. */
  of(url: string): readonly string[] {
    const asked = (url.split('?', 1)[0] ?? '').split('/');
    const methods = this.routes
      .filter(({ segments }) => segments.length === asked.length && segments.every((part, at) => fits(part, asked[at])))
      .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    return [...new Set(methods)].sort();
  }
}

const fits = (part: string, asked: string | undefined): boolean =>
  part.startsWith(':') ? asked !== undefined && asked !== '' : part === asked;
