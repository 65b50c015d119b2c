import type { CatalogueLanguage } from '#domain';
import type { UploadedFile } from '#platform/http';
import { parseJsonBody } from '#platform/json';
import { type CatalogueFile, readCatalogueFile, readCatalogueValue } from './catalogue-file.js';

export const maxImportedEntries = 5_000;
/** As in the lines of agreements, which begin with the label. */
const maxLabelLength = 300;

/** What is to be imported, in a language where its columns name none. */
export interface WrittenImport {
  readonly file: UploadedFile;
  readonly language: CatalogueLanguage | undefined;
}

/** @throws DomainError `catalogue.…` for what concerns the file as a whole; `request.…` for JSON that no route would take */
export function readImport({ file, language }: WrittenImport): CatalogueFile {
  const options = { ...(language && { language }), maxEntries: maxImportedEntries, maxLabelLength };
  return file.isJson
    ? readCatalogueValue(parseJsonBody(Buffer.from(file.text)), options)
    : readCatalogueFile(file.text, options);
}
