import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setMaxListeners } from 'node:events';

/** Whether a part is fit to work: null if it is, otherwise why not, in words without secrets. */
export type ReadinessCheck = () => Promise<string | null>;

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

const checkMs = 2_000;

/** The parts that have to be fit before the service takes requests; each part registers its own check. */
@Injectable()
export class ReadinessRegistry implements OnModuleDestroy {
  private readonly checks = new Map<string, ReadinessCheck>();
  private readonly liveness = new Map<string, () => string | null>();
  private readonly ending = new AbortController();

  constructor() {
    // Every request that waits listens, so many listeners are no leak.
    setMaxListeners(0, this.ending.signal);
  }

  register(name: string, check: ReadinessCheck): void {
    if (this.checks.has(name)) throw new Error(`There is a readiness check "${name}" already`);
    this.checks.set(name, check);
  }

  /** For what only a new process can cure: the check answers at once, from what is known. */
  registerLiveness(name: string, check: () => string | null): void {
    this.liveness.set(name, check);
  }

  /** What only a new process can cure, by name. */
  get livenessProblems(): Readonly<Record<string, string>> {
    const found = [...this.liveness].map(([name, check]) => [name, check()] as const);
    return Object.fromEntries(found.flatMap(([name, problem]) => (problem === null ? [] : [[name, problem]])));
  }

  /** Aborted when the service begins to shut down; whoever answers without end, ends then. */
  get shutdown(): AbortSignal {
    return this.ending.signal;
  }

  beginShutdown(): void {
    this.ending.abort();
  }

  /** However the application is closed. */
  onModuleDestroy(): void {
    this.beginShutdown();
  }

  async check(): Promise<Readiness> {
    if (this.ending.signal.aborted) return { ready: false, checks: { process: 'shutting down' } };
    const found = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await outcomeOf(check)] as const),
    );
    return {
      ready: found.every(([, problem]) => problem === null),
      checks: Object.fromEntries(found.map(([name, problem]) => [name, problem ?? 'ok'])),
    };
  }
}

async function outcomeOf(check: ReadinessCheck): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), checkMs);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
