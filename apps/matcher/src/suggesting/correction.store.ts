import type { DutySuggestionCorrectedV1 } from '#contracts';
import type { Correction } from '#knowledge/suggesting';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { fromTheStart, type ReadMark, takeReadMark } from '../supply/read-mark.js';
import { MatcherDatabase } from '../matcher-database.js';

/** The latest count; what is older has done its part, and an index has to stay quick. */
const maxCorrections = 5_000;

/** What whoever asked said that their words were about. */
@Injectable()
export class CorrectionStore {
  private mark: ReadMark = fromTheStart;
  private lastSeen = '';

  constructor(private readonly database: MatcherDatabase) {}

  async keep(tx: Transaction, suggestionId: string, correction: DutySuggestionCorrectedV1): Promise<void> {
    const { text, language, dutyCodes, correctedAt } = correction;
    await tx.execute(
      `INSERT INTO matcher.correction (suggestion_id, text, language, duty_codes, corrected_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (suggestion_id) DO UPDATE
         SET text = $2, language = $3, duty_codes = $4, corrected_at = $5, written_by = DEFAULT`,
      [suggestionId, text, language, dutyCodes, correctedAt],
    );
  }

  /** Forgets what was corrected before an instant; returns how much. */
  forget(before: string, atMost: number): Promise<number> {
    return this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.execute(
        `DELETE FROM matcher.correction WHERE suggestion_id IN (
           SELECT suggestion_id FROM matcher.correction WHERE corrected_at < $1 ORDER BY corrected_at LIMIT $2)`,
        [before, atMost],
      ),
    );
  }

  /** All that count, if any of them are new to this process, whichever process kept them; null if none are. */
  async ifChanged(tx: Transaction): Promise<Correction[] | null> {
    const next = await takeReadMark(tx);
    const [row] = await tx.query<{ seen: string | null }>(
      `SELECT string_agg(suggestion_id || ' ' || written_by, ',' ORDER BY suggestion_id) AS seen
         FROM matcher.correction WHERE written_by >= $1::xid8`,
      [this.mark],
    );
    // Rows at the mark are read again and again; they are only new when there are others.
    const isNew = typeof row?.seen === 'string' && row.seen !== this.lastSeen;
    const corrections = isNew ? await this.latest(tx) : null;
    this.mark = next;
    this.lastSeen = row?.seen ?? '';
    return corrections;
  }

  /** The next look takes everything for new: what was seen last could not be learnt. */
  forgetPlace(): void {
    this.mark = fromTheStart;
    this.lastSeen = '';
  }

  private latest(tx: Transaction): Promise<Correction[]> {
    return tx.query<Correction>(
      `SELECT text, language, duty_codes AS "dutyCodes" FROM matcher.correction ORDER BY corrected_at DESC LIMIT $1`,
      [maxCorrections],
    );
  }
}
