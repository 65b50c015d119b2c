import type { CatalogueFile } from './catalogue-file.js';
import { readImport, type WrittenImport } from './read-import.js';
import type { CatalogueFileEntry } from './written-entry.js';

/** Entries of a file from one on. */
export interface AskedPart {
  /** By which the file is known again. */
  readonly key: string;
  readonly written: WrittenImport;
  readonly from: number;
  readonly count: number;
}

export interface ImportPart {
  readonly entries: readonly CatalogueFileEntry[];
  /** Of the whole file. */
  readonly total: number;
  readonly rejectedCount: number;
  /** The first ones, with the first part alone. */
  readonly rejected: CatalogueFile['rejected'];
  readonly remarks: CatalogueFile['remarks'];
  /** Of all entries, with the last part alone. */
  readonly ids: readonly string[];
}

/** More aren't told one by one. */
export const toldRejections = 200;

let last: { readonly key: string; readonly file: CatalogueFile } | null = null;

/** @throws DomainError `catalogue.…` for what concerns the file as a whole */
export async function readImportPart({ key, written, from, count }: AskedPart): Promise<ImportPart> {
  if (last?.key !== key) last = { key, file: await readImport(written) };
  const { entries, rejected, remarks } = last.file;
  const isLast = from + count >= entries.length;
  const part = {
    entries: entries.slice(from, from + count),
    total: entries.length,
    rejectedCount: rejected.length,
    rejected: from === 0 ? rejected.slice(0, toldRejections) : [],
    remarks,
    ids: isLast ? entries.map(({ id }) => id) : [],
  };
  if (isLast) last = null;
  return part;
}
