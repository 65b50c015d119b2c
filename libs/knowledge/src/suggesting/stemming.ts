import type { CatalogueLanguage } from '#domain';
import { fold } from './words.js';

/** Cuts a word down to its stem; the caller brings a stemmer for the three languages. */
export type Stem = (word: string, language: CatalogueLanguage) => string;

const maxRemembered = 50_000;
/** Endings that stemmers know with their accent only, and hurried writing leaves bare: `facturacion`, `facturacio`. */
const bareEndings: Readonly<Partial<Record<CatalogueLanguage, readonly [RegExp, string]>>> = {
  es: [/([cs])ion$/, '$1ión'],
  ca: [/([cs])io$/, '$1ió'],
};

/** The same stem for careful and for hurried writing; remembers what it has cut. */
export function stemOfPlainWords(stem: Stem): Stem {
  const known = new Map<string, string>();
  return (word, language) => {
    const key = language + word;
    const before = known.get(key);
    if (before !== undefined) return before;
    const bare = bareEndings[language];
    const cut = fold(stem(bare === undefined ? word : word.replace(...bare), language));
    if (known.size < maxRemembered) known.set(key, cut);
    return cut;
  };
}
