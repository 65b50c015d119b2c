import type { CatalogueLanguage } from '#domain';
import { type CatalogueFile, readCatalogueFile, readCatalogueValue } from './catalogue-file.js';

export const maxImportedEntries = 5_000;
/** As in the lines of agreements, which begin with the label. */
const maxLabelLength = 300;

/** What is to be imported: text, or what was parsed of JSON, in a language where its columns name none. */
export interface WrittenImport {
  readonly body: unknown;
  readonly language: CatalogueLanguage | undefined;
}

/** @throws DomainError `catalogue.…` for what concerns the file as a whole */
export function readImport({ body, language }: WrittenImport): CatalogueFile {
  const options = { ...(language && { language }), maxEntries: maxImportedEntries, maxLabelLength };
  return typeof body === 'string' ? readCatalogueFile(body, options) : readCatalogueValue(body, options);
}
