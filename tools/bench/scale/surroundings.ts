import { EmbeddedDatabase } from '#platform/database/embedded';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComposedServices, type LaunchedService } from '../../journey/composed-services.js';
import { LocalKafka } from '../../kafka/local-kafka.js';
import { temporaryPrefix } from '../../kafka/sweep-brokers.js';
import { processorMs } from './processor-time.js';

/** A database and a broker of their own, and the services that are started around them. */
export class Surroundings {
  private readonly matchers: LaunchedService[] = [];
  private api: LaunchedService | null = null;

  private constructor(
    private readonly folder: string,
    readonly database: EmbeddedDatabase,
    readonly kafka: LocalKafka,
    private readonly services: ComposedServices,
  ) {}

  static async start(): Promise<Surroundings> {
    const folder = await mkdtemp(join(tmpdir(), temporaryPrefix));
    const kafka = await LocalKafka.start({ folder: join(folder, 'kafka') });
    const database = await EmbeddedDatabase.start({
      dataDir: join(folder, 'database'),
      database: 'ajudant',
      durability: 'durable',
    });
    const services = await ComposedServices.around({ databaseUrl: database.url, brokers: kafka.brokers });
    return new Surroundings(folder, database, kafka, services);
  }

  get url(): string {
    return this.services.url;
  }

  async startApi(): Promise<void> {
    this.api = await this.services.start('api', quiet);
  }

  /** Returns its process id, and the seconds until it was ready. */
  async startMatcher(): Promise<{ readonly pid: number; readonly seconds: number }> {
    const started = performance.now();
    const matcher = await this.services.start('matcher', quiet);
    this.matchers.push(matcher);
    return { pid: matcher.process.pid!, seconds: (performance.now() - started) / 1_000 };
  }

  async stopMatchers(): Promise<void> {
    await Promise.all(this.matchers.splice(0).map(({ process }) => process.stop()));
  }

  /** Milliseconds of processor so far, by what used them. */
  used(): Used {
    return {
      api: this.api === null ? 0 : processorMs(this.api.process.pid!),
      matchers: this.matchers.reduce((sum, { process }) => sum + processorMs(process.pid!), 0),
      postgres: processorMs(this.database.pid),
      kafka: processorMs(this.kafka.pid!),
    };
  }

  async stop(): Promise<void> {
    await this.services.stop();
    await this.database.stop();
    await this.kafka.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const quiet = { AJUDANT_LOG_LEVEL: 'error', AJUDANT_JOURNAL_VERIFICATION_HOURS: '0' } as const;

export const usedParts = ['api', 'matchers', 'postgres', 'kafka'] as const;

/** Milliseconds of processor. */
export type Used = Readonly<Record<(typeof usedParts)[number], number>>;

/** For each of so many pieces of work. */
export function usedForEach(before: Used, after: Used, count: number): Used {
  const of = (part: keyof Used): number => (after[part] - before[part]) / count;
  return { api: of('api'), matchers: of('matchers'), postgres: of('postgres'), kafka: of('kafka') };
}

/** `api 3.1, matchers 4.0, postgres 2.2, kafka 0.9` */
export const saidOf = (used: Used): string => usedParts.map((part) => `${part} ${used[part].toFixed(1)}`).join(', ');
