import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setMaxListeners } from 'node:events';

/** Why a part doesn't work as it should, although requests are taken all the same, in words without secrets. */
export interface Degraded {
  readonly degraded: string;
}

/** Whether a part is fit to work: null if it is, otherwise why not, in words without secrets. */
export type ReadinessCheck = () => Promise<string | Degraded | null>;

/** `past-cure` names what only a new process can help. */
export interface Liveness {
  readonly status: 'live' | 'past-cure';
  readonly checks?: Readonly<Record<string, string>>;
}

export interface Readiness {
  /** `degraded` takes requests as `ready` does. */
  readonly status: 'ready' | 'degraded' | 'not-ready';
  readonly checks: Readonly<Record<string, string>>;
}

const checkMs = 2_000;

/** The parts that have to be fit before the service takes requests; each part registers its own check. */
@Injectable()
export class ReadinessRegistry implements OnModuleDestroy {
  private readonly checks = new Map<string, ReadinessCheck>();
  private readonly liveness = new Map<string, () => string | null>();
  private readonly ending = new AbortController();
  private draining = false;

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

  /** Whether the answer to whoever asks is 200; 503 else. */
  static isGood(status: Liveness['status'] | Readiness['status']): boolean {
    return status !== 'past-cure' && status !== 'not-ready';
  }

  alive(): Liveness {
    const found = [...this.liveness].map(([name, check]) => [name, check()] as const);
    const problems = found.flatMap(([name, problem]) => (problem === null ? [] : [[name, problem] as const]));
    return problems.length === 0 ? { status: 'live' } : { status: 'past-cure', checks: Object.fromEntries(problems) };
  }

  /** Told to end, but still serving: for a while, whoever shares out requests may not know yet. */
  get isDraining(): boolean {
    return this.draining;
  }

  /** Not ready from now on. */
  beginDraining(): void {
    this.draining = true;
  }

  /** Aborted when the service begins to shut down; whoever answers without end, ends then. */
  get shutdown(): AbortSignal {
    return this.ending.signal;
  }

  beginShutdown(): void {
    this.draining = true;
    this.ending.abort();
  }

  /** However the application is closed. */
  onModuleDestroy(): void {
    this.beginShutdown();
  }

  async check(): Promise<Readiness> {
    if (this.draining) return { status: 'not-ready', checks: { process: 'shutting down' } };
    const found = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await outcomeOf(check)] as const),
    );
    return {
      status: statusOf(found.map(([, outcome]) => outcome)),
      checks: Object.fromEntries(found.map(([name, outcome]) => [name, wordsOf(outcome)])),
    };
  }
}

type Outcome = Awaited<ReturnType<ReadinessCheck>>;

const statusOf = (outcomes: readonly Outcome[]): Readiness['status'] => {
  if (outcomes.some((outcome) => typeof outcome === 'string')) return 'not-ready';
  return outcomes.every((outcome) => outcome === null) ? 'ready' : 'degraded';
};

const wordsOf = (outcome: Outcome): string => {
  if (outcome === null) return 'ok';
  return typeof outcome === 'string' ? outcome : outcome.degraded;
};

async function outcomeOf(check: ReadinessCheck): Promise<Outcome> {
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
