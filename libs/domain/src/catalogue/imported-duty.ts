import type { CatalogueLanguage, Worded } from './catalogue.js';

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
