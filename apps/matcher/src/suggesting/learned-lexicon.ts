import { buildLexicon, catalogueDuties, type Correction, type Lexicon } from '#domain';
import type { Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { fromTheStart, type ReadMark, takeReadMark } from '../supply/written-since.js';
import { stem } from './stemming.js';

/** The latest count; what is older has done its part, and a lexicon has to stay quick. */
const maxCorrections = 5_000;

/** The catalogue's wording and what businesses have corrected since, in memory, never older than the table. */
@Injectable()
export class LearnedLexicon {
  private mark: ReadMark = fromTheStart;
  private knownOf = '';
  // Built while the process starts, so that nobody waits for it.
  private lexicon: Lexicon = buildLexicon(catalogueDuties, [], stem);

  async current(tx: Transaction): Promise<Lexicon> {
    const next = await takeReadMark(tx);
    const [news] = await tx.query<{ of: string | null }>(
      `SELECT string_agg(suggestion_id || ' ' || written_by, ',' ORDER BY suggestion_id) AS of
         FROM matcher.correction WHERE written_by >= $1::xid8`,
      [this.mark],
    );
    if (news !== undefined && news.of !== null && news.of !== this.knownOf) {
      this.lexicon = buildLexicon(catalogueDuties, await this.corrections(tx), stem);
      this.knownOf = news.of;
    }
    this.mark = next;
    return this.lexicon;
  }

  private corrections(tx: Transaction): Promise<Correction[]> {
    return tx.query<Correction>(
      `SELECT text, language, duty_codes AS "dutyCodes" FROM matcher.correction ORDER BY corrected_at DESC LIMIT $1`,
      [maxCorrections],
    );
  }
}
