import type { Phrases } from '#knowledge/suggesting';

/** An entry of any of the files; which members it has is for its schema to say. */
export interface Entry {
  readonly code?: string;
  readonly about?: string;
  readonly dutyCode?: string;
  readonly questionCode?: string;
  readonly lessonCode?: string;
  readonly countryCode?: string;
  readonly rates?: readonly { readonly from: string }[];
  readonly dutyCodes?: readonly string[];
  readonly phrases?: Phrases;
  readonly alternativeLabels?: Phrases;
  readonly layPhrases?: Phrases;
}

export interface DataFile {
  /** Its path in `libs/knowledge/data`, with slashes. */
  readonly name: string;
  readonly content: { readonly $schema?: unknown; readonly entries: readonly Entry[] };
}
