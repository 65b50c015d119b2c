import type { CatalogueLanguage } from '#domain';
import { parseJsonBody } from '#platform/json';
import type { TableFile } from '#platform/tables';
import { type CatalogueFile, readCatalogue, readCatalogueValue } from './catalogue-file.js';

export const maxImportedEntries = 5_000;
/** Of an import that is taken in by and by. */
export const maxEntriesOfJob = 20_000;
/** As in the lines of agreements, which begin with the label. */
const maxLabelLength = 300;

/** What is to be imported, in a language where its columns name none. */
export interface WrittenImport {
  readonly file: TableFile;
  readonly mediaType: string;
  readonly language: CatalogueLanguage | undefined;
  readonly maxEntries: number;
}

/** @throws DomainError `catalogue.…` for what concerns the file as a whole; `request.…` for JSON that no route would take */
export async function readImport({ file, mediaType, language, maxEntries }: WrittenImport): Promise<CatalogueFile> {
  const options = { ...(language && { language }), maxEntries, maxLabelLength };
  if (mediaType !== 'application/json') return readCatalogue(file, options);
  return readCatalogueValue(parseJsonBody(Buffer.from(file.bytes)), options);
}
