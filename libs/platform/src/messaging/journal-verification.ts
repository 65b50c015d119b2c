import { Logger } from '@nestjs/common';
import type { Database, Schema } from '../database/index.js';
import { roleOf } from '../database/roles.js';
import type { Journal } from './journal.js';
import type { JournalVerdict } from './journal-seals.js';

const marketplace = { kind: 'marketplace' } as const;

/**
 * For a migration: when a schema's journal was last verified, and with what result. One row, so that any number of processes take
 * turns, and one that starts anew knows what another found.
 */
export const journalVerificationTable = (schema: Schema): string[] => [
  `CREATE TABLE ${schema}.journal_verification (
     is_latest boolean PRIMARY KEY DEFAULT true CHECK (is_latest),
     begun_at timestamptz NOT NULL,
     finished_at timestamptz,
     sound_until bigint,
     broken_from bigint,
     broken_to bigint
   )`,
  `GRANT SELECT, INSERT, UPDATE ON ${schema}.journal_verification TO ${roleOf(schema)}`,
];

/** What the last verification that came to its end found. */
export interface LastVerification extends JournalVerdict {
  readonly finishedAt: Date;
}

interface VerificationRow {
  readonly finished_at: Date;
  readonly sound_until: string | number;
  readonly broken_from: string | number | null;
  readonly broken_to: string | number | null;
}

/** Verifies a journal from time to time: a change made afterwards shows by itself, and not only to who looks for it. */
export class JournalVerification {
  private readonly logger = new Logger('JournalVerification');

  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly everyHours: number,
  ) {}

  /** Verifies it if the last time is `everyHours` ago, in whichever process; returns what it found, or null if it wasn't due. */
  verifyIfDue(now = new Date()): Promise<JournalVerdict | null> {
    return this.verifyAfter(this.everyHours * 60, now);
  }

  /** Verifies it now, unless somebody began to within the last minute. */
  verifyNow(now = new Date()): Promise<JournalVerdict | null> {
    return this.verifyAfter(1, now);
  }

  private async verifyAfter(minutes: number, now: Date): Promise<JournalVerdict | null> {
    if (!(await this.takeTurn(now, minutes))) return null;
    const verdict = await this.journal.verify();
    const { soundUntil, broken } = verdict;
    await this.database.transaction(marketplace, (tx) =>
      tx.execute(
        `UPDATE ${this.table} SET finished_at = clock_timestamp(), sound_until = $1, broken_from = $2, broken_to = $3`,
        [soundUntil, broken?.firstPosition ?? null, broken?.lastPosition ?? null],
      ),
    );
    const sound = `the journal of ${this.database.schema} is sound up to position ${soundUntil}`;
    if (broken === null) this.logger.log(sound);
    else this.logger.error(`${sound}, and not what was sealed from ${broken.firstPosition} to ${broken.lastPosition}`);
    return verdict;
  }

  /** Null until one has come to its end. */
  async last(): Promise<LastVerification | null> {
    const [row] = await this.database.read(marketplace, (tx) =>
      tx.query<VerificationRow>(
        `SELECT finished_at, sound_until, broken_from, broken_to FROM ${this.table} WHERE finished_at IS NOT NULL`,
      ),
    );
    if (row === undefined) return null;
    const { broken_from: from, broken_to: to } = row;
    return {
      finishedAt: row.finished_at,
      soundUntil: Number(row.sound_until),
      broken: from === null ? null : { firstPosition: Number(from), lastPosition: Number(to) },
    };
  }

  // What was found before stays until there is news.
  private async takeTurn(now: Date, minutes: number): Promise<boolean> {
    const taken = await this.database.transaction(marketplace, (tx) =>
      tx.query(
        `INSERT INTO ${this.table} AS latest (begun_at) VALUES ($1)
         ON CONFLICT (is_latest) DO UPDATE SET begun_at = excluded.begun_at
           WHERE latest.begun_at <= excluded.begun_at - make_interval(mins => $2)
         RETURNING 1`,
        [now, minutes],
      ),
    );
    return taken.length > 0;
  }

  private get table(): string {
    return `${this.database.schema}.journal_verification`;
  }
}
