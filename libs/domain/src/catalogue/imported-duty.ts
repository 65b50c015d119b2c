import type { CatalogueLanguage, Worded } from './catalogue.js';

/**
 * In use at a time, of all catalogues together: O*NET's tasks, activities and occupations with ESCO's skills and occupations are 39,000. Each
 * process keeps them all in memory, and looks at each for every text.
 */
export const mostImportedDuties = 50_000;

/**
 * An entry of a catalogue that somebody else keeps: an identifier of theirs, a label in at least one of the languages,
 * and whatever more their file says. Lay phrases it has none; those of the own duties that it matches count for it.
 */
export interface ImportedDuty {
  /** As the file has it; unique among the imported entries. */
  readonly id: string;
  readonly labels: Readonly<Partial<Worded>>;
  readonly alternativeLabels: Readonly<Partial<Record<CatalogueLanguage, readonly string[]>>>;
  readonly descriptions: Readonly<Partial<Worded>>;
  /** Kept so that what names it can still be read, and never suggested. */
  readonly retired: boolean;
}
