import type { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
// What it says of its types holds for `require` only.
const { default: Runtime } = require('jest-runtime') as typeof import('jest-runtime');
/** Under this name the framework keeps who hears of its events, in a list that outlives a spec. */
const eventHandlers = Symbol.for('EVENT_HANDLERS');
/** What modules get that ask for it by `require`. */
const asyncHooks = require('node:async_hooks') as { AsyncLocalStorage: typeof AsyncLocalStorage };

/**
 * Lets the specs of a worker run as plain Node modules, one after the other. Jest's own runtime gives each spec a world
 * of its own, in which Nest, TypeORM and all of the tree are read and compiled anew: that took more than the tests did.
 * What a module keeps is so shared by the specs of a worker, as it is by all that happens in a service. Module mocks
 * and fake timers, which need such a world, are not to be had.
 */
export default class OneRealmRuntime extends Runtime {
  private readonly consoleOfSpec: Console;
  /** In which the framework keeps the test that runs. Each that is left costs every promise that is made later in the worker. */
  private readonly storages: AsyncLocalStorage<unknown>[] = [];

  constructor(...[config, environment, ...more]: ConstructorParameters<typeof Runtime>) {
    super(config, environment, ...more);
    this.consoleOfSpec = environment.global.console;
  }

  /** The framework, which is made anew for each spec; what it needs stays. */
  override requireInternalModule<T>(from: string, to?: string): T {
    if (to !== undefined) return super.requireInternalModule(from, to);
    delete require.cache[require.resolve(from)];
    Reflect.deleteProperty(globalThis, eventHandlers);
    return this.noting(() => require(from) as T);
  }

  override teardown(): void {
    super.teardown();
    for (const storage of this.storages.splice(0)) storage.disable();
  }

  override setGlobalsForRuntime(globals: Parameters<InstanceType<typeof Runtime>['setGlobalsForRuntime']>[0]): void {
    Object.assign(globalThis, globals, { console: this.consoleOfSpec });
  }

  override unstable_shouldLoadAsEsm(): boolean {
    return true;
  }

  override async unstable_importModule(file: string): Promise<void> {
    await import(pathToFileURL(file).href);
  }

  /** Notes which storages are made meanwhile. */
  private noting<Result>(load: () => Result): Result {
    const { AsyncLocalStorage: Storage } = asyncHooks;
    const { storages } = this;
    asyncHooks.AsyncLocalStorage = class<T> extends Storage<T> {
      constructor() {
        super();
        storages.push(this);
      }
    };
    try {
      return load();
    } finally {
      asyncHooks.AsyncLocalStorage = Storage;
    }
  }
}
