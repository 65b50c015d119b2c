import { DutiesSuggestedV1, DutySuggestionCorrectedV1, WordsAskedV1 } from '#contracts';
import { type CatalogueLanguage, DomainError, maskContacts } from '#domain';
import type { Scope, Transaction } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';

/** Words as they were asked about. */
export interface AskedWords {
  readonly organisationId: string;
  readonly text: string;
  /** Null leaves it to the matcher to recognise. */
  readonly language: CatalogueLanguage | null;
  /** The same for what is the same question, which is then asked once; null for a question of its own. */
  readonly askedFor: string | null;
}

export interface DutySuggestion {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  readonly text: string;
  readonly language: CatalogueLanguage | null;
  /** Null until the matcher has answered. */
  readonly suggested: DutiesSuggestedV1 | null;
  readonly correctedDutyCodes: string[] | null;
}

const columns = `id, version, organisation_id AS "organisationId", text, language, suggested,
  corrected_duty_codes AS "correctedDutyCodes"`;

@Injectable()
export class DutySuggestionStore {
  constructor(private readonly database: ApiDatabase) {}

  /** Keeps the words and asks the matcher; returns the id under which the answer will be. */
  ask(scope: Scope, words: AskedWords, now: string): Promise<string> {
    const { organisationId, text, language, askedFor } = words;
    return this.database.transaction(scope, async (tx) => {
      const id = uuidv7();
      const asked = await tx.execute(
        `INSERT INTO api.duty_suggestion (id, version, organisation_id, asked_for, text, language, asked_at)
         VALUES ($1, 1, $2, $3, $4, $5, $6) ON CONFLICT (asked_for) DO NOTHING`,
        [id, organisationId, askedFor, text, language, now],
      );
      if (asked === 0) return this.idOf(tx, askedFor);
      const data: WordsAskedV1 = { text: maskContacts(text), language };
      await tx.append([
        {
          type: WordsAskedV1.type,
          aggregateType: 'duty-suggestion',
          aggregateId: id,
          aggregateVersion: 1,
          audience: [organisationId],
          data,
        },
      ]);
      return id;
    });
  }

  /** @throws DomainError `duty-suggestion.not-found` */
  load(scope: Scope, id: string): Promise<DutySuggestion> {
    return this.database.transaction(scope, (tx) => this.read(tx, id, ''));
  }

  /** What the matcher answered; a second answer changes nothing. */
  async keepAnswer(tx: Transaction, id: string, suggested: DutiesSuggestedV1, now: string): Promise<void> {
    await tx.execute(
      `UPDATE api.duty_suggestion SET suggested = $2, suggested_at = $3 WHERE id = $1 AND suggested IS NULL`,
      [id, JSON.stringify(suggested), now],
    );
  }

  /** Saying the same again changes nothing. */
  correct(scope: Scope, id: string, dutyCodes: readonly string[], now: string): Promise<DutySuggestion> {
    return this.database.transaction(scope, async (tx) => {
      const found = await this.read(tx, id, 'FOR UPDATE');
      if (found.suggested === null) throw new DomainError('duty-suggestion.not-ready');
      const correctedDutyCodes = [...dutyCodes].sort();
      if (JSON.stringify(found.correctedDutyCodes) === JSON.stringify(correctedDutyCodes)) return found;
      const version = found.version + 1;
      await tx.execute(
        `UPDATE api.duty_suggestion SET version = $2, corrected_duty_codes = $3, corrected_at = $4 WHERE id = $1`,
        [id, version, correctedDutyCodes, now],
      );
      const data: DutySuggestionCorrectedV1 = {
        text: maskContacts(found.text),
        // What is in another language is learnt by how it is spelled, whichever of ours it is kept under.
        language: found.language ?? found.suggested.language ?? 'en',
        dutyCodes: correctedDutyCodes,
        correctedAt: now,
      };
      await tx.append([
        {
          type: DutySuggestionCorrectedV1.type,
          aggregateType: 'duty-suggestion',
          aggregateId: id,
          aggregateVersion: version,
          audience: [found.organisationId],
          data,
        },
      ]);
      return { ...found, version, correctedDutyCodes };
    });
  }

  private async read(tx: Transaction, id: string, lock: '' | 'FOR UPDATE'): Promise<DutySuggestion> {
    const [row] = await tx.query<DutySuggestion>(`SELECT ${columns} FROM api.duty_suggestion WHERE id = $1 ${lock}`, [
      id,
    ]);
    if (row === undefined) throw new DomainError('duty-suggestion.not-found');
    return row;
  }

  private async idOf(tx: Transaction, askedFor: string | null): Promise<string> {
    const [row] = await tx.query<{ id: string }>(`SELECT id FROM api.duty_suggestion WHERE asked_for = $1`, [askedFor]);
    if (row === undefined) throw new Error('words were asked about before, and are not to be seen');
    return row.id;
  }
}
