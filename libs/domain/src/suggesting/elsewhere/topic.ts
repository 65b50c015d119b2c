import type { CatalogueLanguage } from '../../catalogue/catalogue.js';

/** What people also ask for and no assistant does from afar. It is never suggested: it competes with the duties. */
export type ElsewhereTopic = Readonly<Record<CatalogueLanguage, readonly string[]>>;

/** Each language's phrases as one text, with semicolons between them. They say the same sort of thing, not the same things. */
export const listed = (en: string, es: string, ca: string): ElsewhereTopic => ({
  en: phrasesOf(en),
  es: phrasesOf(es),
  ca: phrasesOf(ca),
});

const phrasesOf = (text: string): string[] => text.split(';').map((phrase) => phrase.trim());
