import type { CatalogueLanguage } from '#domain';
import snowball from 'snowball-stemmers';
import { fold } from './words.js';

/** The Snowball stemmers (Porter, 2001) of the three languages. */
const stemmers = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
  ca: snowball.newStemmer('catalan'),
} as const;

const maxCached = 50_000;
const cache = new Map<string, string>();

/** Endings that stemmers know with their accent only, and hurried writing leaves bare: `facturacion`, `facturacio`. */
const bareEndings: Readonly<Partial<Record<CatalogueLanguage, readonly [RegExp, string]>>> = {
  es: [/([cs])ion$/, '$1ión'],
  ca: [/([cs])io$/, '$1ió'],
};

/** The same stem, without accents, for careful and for hurried writing. */
export function stem(word: string, language: CatalogueLanguage): string {
  const key = language + word;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const bare = bareEndings[language];
  const stemmed = fold(stemmers[language].stem(bare === undefined ? word : word.replace(...bare)));
  if (cache.size < maxCached) cache.set(key, stemmed);
  return stemmed;
}
