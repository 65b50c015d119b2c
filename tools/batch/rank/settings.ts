import { normaliseInstant } from '#domain';
import { parseArgs } from 'node:util';
import { UsageError } from '../command-line.js';

export const usage = `Usage: npm run --silent rank:batch -- --supply FILE --needs FILE
  --top N              how many are listed for each need, 1 to 10000; 20 unless said
  --near-misses N      how many near misses, 0 to 10000; 5 unless said
  --now INSTANT        what time it is (RFC 3339); the clock's unless said
  --cleared-until INSTANT  for assistants of whom nothing about a clearance is said; it isn't held against them unless said
  --newcomers          lets a close newcomer have the tenth place by lot
  --help`;

/** What the arguments ask for; null for help. @throws UsageError, or what `parseArgs` says of them */
export function settingsFrom(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      supply: { type: 'string' },
      needs: { type: 'string' },
      top: { type: 'string', default: '20' },
      'near-misses': { type: 'string', default: '5' },
      now: { type: 'string', default: new Date().toISOString() },
      'cleared-until': { type: 'string' },
      newcomers: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const { supply, needs } = values;
  if (supply === undefined || needs === undefined) throw new UsageError('--supply and --needs are needed.');
  return {
    supply,
    needs,
    now: instant('--now', values.now),
    clearedUntil: values['cleared-until'] === undefined ? null : instant('--cleared-until', values['cleared-until']),
    limits: {
      entries: count('--top', values.top, 1),
      nearMisses: count('--near-misses', values['near-misses'], 0),
      newcomerSlot: values.newcomers,
      everyCalendar: true,
    },
  };
}

export type Settings = NonNullable<ReturnType<typeof settingsFrom>>;

function count(name: string, text: string, least: number): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= 10_000)) throw new UsageError(`${name} is a whole number from ${least} to 10000.`);
  return value;
}

function instant(name: string, text: string): string {
  try {
    return normaliseInstant(text);
  } catch {
    throw new UsageError(`${name} is an instant in RFC 3339, such as 2026-03-02T08:00:00Z.`);
  }
}
