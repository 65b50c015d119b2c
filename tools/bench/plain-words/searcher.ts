import { type CatalogueLanguage, catalogueLanguages } from '#domain';
import type { SearchableDuty } from '#knowledge/suggesting';

/** The wording of a duty in one language. */
export interface Document {
  readonly id: string;
  readonly language: CatalogueLanguage;
  readonly texts: readonly string[];
}

/** What plain words are compared against: it is told the language, and gives ids, best first. */
export interface Searcher {
  readonly name: string;
  search(text: string, language: CatalogueLanguage): Promise<readonly string[]>;
}

/** The same wording that the search index is built from. */
export function documentsOf(duties: readonly SearchableDuty[]): Document[] {
  return duties.flatMap(({ code, label, alternativeLabels, doneCriterion, layPhrases }) =>
    catalogueLanguages.map((language) => ({
      id: code,
      language,
      texts: [label[language], ...alternativeLabels[language], doneCriterion[language], ...layPhrases[language]],
    })),
  );
}
