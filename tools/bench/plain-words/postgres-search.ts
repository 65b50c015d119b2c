import type { CatalogueLanguage } from '#domain';
import type { Client } from 'pg';
import type { Document, Searcher } from './searcher.js';

const configurations = { en: 'english', es: 'spanish', ca: 'catalan' } as const;

/** PostgreSQL's full text search as one would write it: a vector for each duty, any of the words, `ts_rank`. */
export class PostgresSearch implements Searcher {
  readonly name = 'PostgreSQL';

  private constructor(private readonly database: Client) {}

  static async of(database: Client, documents: readonly Document[]): Promise<PostgresSearch> {
    await database.query('CREATE TEMP TABLE duty (id text, language text, words tsvector)');
    for (const { id, language, texts } of documents) {
      const words = [configurations[language], texts.join('\n')];
      await database.query('INSERT INTO duty VALUES ($1, $2, to_tsvector($3::regconfig, $4))', [
        id,
        language,
        ...words,
      ]);
    }
    await database.query('CREATE INDEX ON duty USING gin (words)');
    return new PostgresSearch(database);
  }

  async search(text: string, language: CatalogueLanguage): Promise<string[]> {
    const { rows } = await this.database.query<{ id: string }>(
      `WITH query AS (
         SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS any_word
           FROM unnest(to_tsvector($1::regconfig, $2)))
       SELECT id FROM duty, query WHERE language = $3 AND words @@ any_word
        ORDER BY ts_rank(words, any_word) DESC, id LIMIT 20`,
      [configurations[language], text, language],
    );
    return rows.map(({ id }) => id);
  }
}
