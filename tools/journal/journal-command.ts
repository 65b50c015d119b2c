import { variablesOfServices } from '#access';
import { loadConfig, ServiceConfig } from '#platform/config';
import { type Database, openDatabase } from '#platform/database';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { Journal } from '#platform/messaging';
import { isMisuse, misuse, UsageError } from '../batch/command-line.js';
import { type JournalSettings, journalSettings, usage } from './settings.js';

export interface Output {
  readonly print: (text: string) => Promise<void>;
  readonly remark: (line: string) => void;
}

const dayMs = 86_400_000;

/** Verifies or prunes the journals of a database, for whoever operates it; answers with the exit code. */
export async function journalCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  { print, remark }: Output,
): Promise<number> {
  try {
    const settings = journalSettings(args);
    if (settings === null) {
      await print(usage);
      return 0;
    }
    const { databaseUrl, dataDir, journalRetentionDays } = loadConfig(ServiceConfig, environment, {
      alsoKnown: variablesOfServices,
    });
    const days = settings.days ?? journalRetentionDays;
    if (settings.command === 'prune' && days === 0) {
      throw new UsageError('nothing is pruned by configuration: say --days, or set AJUDANT_JOURNAL_RETENTION_DAYS');
    }
    const embedded = databaseUrl === null ? await startEmbedded(dataDir, remark) : null;
    try {
      return await inEachSchema(databaseUrl ?? embedded!.url, { ...settings, days }, print);
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    if (!(error instanceof Error) || !isMisuse(error)) throw error;
    remark(`${error.message}; --help says more`);
    return misuse;
  }
}

const startEmbedded = (dataDir: string, onProgress: (line: string) => void): Promise<EmbeddedDatabase> =>
  EmbeddedDatabase.start({ dataDir, database: 'ajudant', durability: 'durable', onProgress });

async function inEachSchema(
  url: string,
  { command, days, schemas }: JournalSettings & { readonly days: number },
  print: (text: string) => Promise<void>,
): Promise<number> {
  let exitCode = 0;
  for (const schema of schemas) {
    const database = await openDatabase({ schema, url, entities: [], poolSize: 1 });
    try {
      const { text, isWell } = command === 'verify' ? await verified(database) : await pruned(database, days);
      await print(`${schema}: ${text}\n`);
      if (!isWell) exitCode = 1;
    } finally {
      await database.dataSource.destroy();
    }
  }
  return exitCode;
}

const journalOf = (database: Database): Journal => new Journal(database, `/ajudant/${database.schema}`);

async function verified(database: Database): Promise<{ text: string; isWell: boolean }> {
  const { soundUntil, broken } = await journalOf(database).verify();
  if (broken === null) return { text: `sound up to position ${soundUntil}`, isWell: true };
  const { firstPosition, lastPosition } = broken;
  const where = firstPosition === lastPosition ? `at ${firstPosition}` : `from ${firstPosition} to ${lastPosition}`;
  return { text: `sound up to position ${soundUntil}, not what was sealed ${where}`, isWell: false };
}

async function pruned(database: Database, days: number): Promise<{ text: string; isWell: boolean }> {
  const dropped = await journalOf(database).dropBefore(new Date(Date.now() - days * dayMs));
  return { text: `${dropped} partition${dropped === 1 ? '' : 's'} dropped`, isWell: true };
}
