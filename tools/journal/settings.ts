import { parseArgs } from 'node:util';
import { UsageError } from '../batch/command-line.js';

export const usage = `npm run journal -- verify [--schema api|matcher]
npm run journal -- prune [--days N] [--schema api|matcher]

verify   recomputes the seals over all events that are kept. Exit code 1 if an event was changed or removed since it was
         sealed. Takes some seconds for a million events.
prune    drops partitions (a million positions each) of which all events are older than N days and read by every reader
         that keeps a cursor. Consumers that are new afterwards begin with what is left.

  --days N        at least 1; without, AJUDANT_JOURNAL_RETENTION_DAYS
  --schema NAME   one of the two; without, both
  --help          this text

The database is that of DATABASE_URL; without, the one that the all-in-one brings along, which must not be running then.
Exit codes: 0 all is well, 1 it is not, 2 wrong arguments, 78 wrong configuration.
`;

const schemas = ['api', 'matcher'] as const;

export interface JournalSettings {
  readonly command: 'verify' | 'prune';
  readonly schemas: readonly string[];
  /** Null where the configuration is to say. */
  readonly days: number | null;
}

/** What the arguments ask for; null for help. @throws UsageError, or what `parseArgs` says of them */
export function journalSettings(args: readonly string[]): JournalSettings | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean' }, schema: { type: 'string' }, days: { type: 'string' } },
  });
  if (values.help === true) return null;
  const [command, ...others] = positionals;
  if (command !== 'verify' && command !== 'prune') throw new UsageError('say verify or prune');
  if (others.length > 0) throw new UsageError(`there is nothing to do with ${others.join(' ')}`);
  const { schema, days } = values;
  if (schema !== undefined && !schemas.some((one) => one === schema)) {
    throw new UsageError(`--schema takes ${schemas.join(' or ')}`);
  }
  if (days !== undefined && command !== 'prune') throw new UsageError('--days goes with prune');
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))
    throw new UsageError('--days takes an integer from 1 to 99999');
  return {
    command,
    schemas: schema === undefined ? schemas : [schema],
    days: days === undefined ? null : Number(days),
  };
}
