import { catalogueLanguages } from '#domain';
import { once, readEntriesIn } from '../files/data-files.js';
import type { Phrases } from './searchable-duties.js';
import { type Word, wordsOf } from './words.js';

/** What nobody of the marketplace is to do: something of `doing` and, behind it in the same sentence, something of `what`. */
interface Refused {
  readonly code: string;
  readonly doing: Phrases;
  readonly what: Phrases;
}

interface RefusedWords {
  readonly code: string;
  readonly doing: readonly (readonly string[])[];
  readonly what: readonly (readonly string[])[];
}

/** So many words may stand between the doing and what is done: `write 50 very good fake reviews`. */
const maxBetween = 5;

/** In all languages together: a sentence of this kind is none in another. */
const refusedWords = once((): readonly RefusedWords[] => {
  const plain = (phrases: Phrases) =>
    catalogueLanguages.flatMap((language) => phrases[language].map((text) => wordsOf(text).map((word) => word.plain)));
  return readEntriesIn<Refused>('refused').map(({ code, doing, what }) => ({
    code,
    doing: plain(doing),
    what: plain(what),
  }));
});

/**
 * The code of what is refused, where a clause asks for it; null otherwise. Who complains of others' fake reviews wants help:
 * whoever does it stands before the doing then (`competitors write fake reviews about us`).
 */
export function refusalOf(clauses: readonly (readonly Word[])[]): string | null {
  const said = clauses.map((words) => words.map(({ plain }) => plain));
  return refusedWords().find((refused) => said.some((words) => asksFor(words, refused)))?.code ?? null;
}

function asksFor(words: readonly string[], { doing, what }: RefusedWords): boolean {
  // `bad reviews about my competitor` is no complaint of one.
  const complains = (at: number, length: number): boolean =>
    words.some((word, place) => complaining.has(word) && (place < at || place >= at + length));
  return doing.some((done) =>
    placesOf(words, done).some((from) =>
      what.some((thing) =>
        placesOf(words, thing).some(
          (at) => at >= from + done.length && at - from - done.length <= maxBetween && !complains(at, thing.length),
        ),
      ),
    ),
  );
}

function placesOf(words: readonly string[], wanted: readonly string[]): number[] {
  return words.flatMap((_, at) => (wanted.every((word, offset) => words[at + offset] === word) ? [at] : []));
}

/** Said of what others did, or of what is to be found, reported and got rid of. */
const complaining: ReadonlySet<string> = new Set(
  wordsOf(`us someone somebody competitor competitors they report remove spot detect against answer
    nosotros alguien competencia competidor competidores denunciar quitar detectar contra contestar
    nosaltres algu competencia competidor competidors treure retirar respondre`).map(({ plain }) => plain),
);
