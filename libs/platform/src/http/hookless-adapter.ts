import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

type AddHook = FastifyInstance['addHook'];
const ofEachRequest: ReadonlySet<string> = new Set(['onRequest', 'onResponse']);

/**
 * Nest's adapter without the seven hooks that it has each request go through: for middleware, versions, origins and headers as Nest
 * would have them, of which nothing is used here. What one of them did for us, `hookRequests` does: a target that is no path is
 * nobody's.
 */
export class HooklessAdapter extends FastifyAdapter {
  private addHook!: AddHook;

  /** Nest calls it in its own constructor, right before it adds its hooks. */
  override setInstance<T>(instance: T): void {
    super.setInstance(instance);
    const { server } = this;
    this.addHook = server.addHook;
    const addHook = this.addHook.bind(server) as (name: string, hook: unknown) => unknown;
    server.addHook = ((name: string, hook: unknown) =>
      ofEachRequest.has(name) ? server : addHook(name, hook)) as unknown as AddHook;
  }

  /** From here on hooks are added as they are asked for. */
  takeHooks(): void {
    this.server.addHook = this.addHook;
  }

  private get server(): FastifyInstance {
    return this.getInstance() as unknown as FastifyInstance;
  }
}
