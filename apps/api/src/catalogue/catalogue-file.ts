import { type CatalogueLanguage, catalogueLanguages, DomainError, type ImportedDuty } from '#domain';
import {
  readTable,
  readTextTable,
  type Table,
  type TableFile,
  type TableOptions,
  type TableRow,
  UnreadableTable,
} from '#platform/tables';
import { type CatalogueField, fieldsOf } from './catalogue-columns.js';
import { isOnet } from './published-catalogues.js';
import {
  type CatalogueFileEntry,
  maxLabelLength,
  readEntry,
  rejected,
  type RejectedEntry,
  type WrittenCell,
  type WrittenEntry,
} from './written-entry.js';
import { readJsonCatalogue, readJsonValue, type WrittenCatalogue } from './catalogue-json.js';

export interface CatalogueFile {
  readonly entries: readonly CatalogueFileEntry[];
  /** In the order of their lines. */
  readonly rejected: readonly RejectedEntry[];
  /** What whoever sent it should know of how it was read. */
  readonly remarks: Table['remarks'];
}

export interface CatalogueFileOptions {
  /** Of labels whose column names none; without it the file's name tells (`skills_es.csv`), else it is English. */
  readonly language?: CatalogueLanguage;
  readonly fileName?: string;
  readonly maxEntries?: number;
  /** Characters. */
  readonly maxLabelLength?: number;
}

/** More than ESCO's skills and O*NET's tasks together. */
const maxCatalogueEntries = 50_000;

/**
 * Reads a catalogue that somebody sent: a workbook, CSV in any of the encodings that `readTable` knows, or JSON.
 * @throws DomainError `catalogue.…` for what concerns the file as a whole
 */
export async function readCatalogue(file: TableFile, options: CatalogueFileOptions = {}): Promise<CatalogueFile> {
  const start = Buffer.from(file.bytes.subarray(0, 200))
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (/^\s*[[{]/.test(start)) return readCatalogueFile(Buffer.from(file.bytes).toString('utf8'), options);
  const table = await readTable(file, tableOptions(options)).catch((error: unknown) => {
    throw refusalOf(error);
  });
  return { ...sifted(writtenOf(table, languageOf(options)), options), remarks: table.remarks };
}

/**
 * Reads a catalogue of duties that somebody else keeps; what it is written in is told from its content:
 * - a table with a header: an id (`id`, `code` …), labels in some of the languages
 *   (`en`, `label_es`, `title_ca` …), and if wanted `alt_en` (several, parted by `|`), `description_en`, `status` or
 *   `retired`, `unit_en`, `done_criterion_en`, `minutes`, `mode`; other columns are ignored;
 * - JSON of the same fields (an array, `{ items: [...] }`, or an entry on each line), labels also as `{ "en": … }`;
 * - O*NET's `Task Statements`, `DWA Reference` and `Occupation Data`, and ESCO's exports of skills and occupations, by their headers.
 * Every entry that can't be taken is told with its line, field and reason, and holds no other up.
 * @throws DomainError `catalogue.…` for what concerns the file as a whole
 */
export function readCatalogueFile(text: string, options: CatalogueFileOptions = {}): CatalogueFile {
  const language = languageOf(options);
  const plain = text.replace(/^\ufeff/, '');
  const isJson = /^\s*[[{]/.test(plain) || /\.(json|jsonl|ndjson)$/i.test(options.fileName ?? '');
  // One more than are taken: that there are too many is all that is to be known then.
  const wanted = (options.maxEntries ?? maxCatalogueEntries) + 1;
  if (isJson) return sifted(readJsonCatalogue(plain, language, wanted), options);
  return sifted(writtenOf(textTable(plain, options), language), options);
}

/**
 * The same of JSON that was parsed already.
 * @throws DomainError `catalogue.…` for what concerns the catalogue as a whole
 */
export function readCatalogueValue(value: unknown, options: CatalogueFileOptions = {}): CatalogueFile {
  const wanted = (options.maxEntries ?? maxCatalogueEntries) + 1;
  return sifted(readJsonValue(value, options.language ?? 'en', wanted), options);
}

/** Several files of the same entries, such as ESCO's in each language, as one: later files add to earlier ones. */
export function mergeCatalogues(catalogues: readonly (readonly ImportedDuty[])[]): ImportedDuty[] {
  const merged = new Map<string, ImportedDuty>();
  for (const duty of catalogues.flat()) {
    const known = merged.get(duty.id);
    merged.set(duty.id, {
      id: duty.id,
      labels: { ...known?.labels, ...duty.labels },
      alternativeLabels: { ...known?.alternativeLabels, ...duty.alternativeLabels },
      descriptions: { ...known?.descriptions, ...duty.descriptions },
      retired: duty.retired,
    });
  }
  return [...merged.values()];
}

function sifted(written: WrittenCatalogue, options: CatalogueFileOptions): CatalogueFile {
  const found = written.entries.length + written.rejected.length;
  if (found === 0) throw new DomainError('catalogue.empty');
  const max = options.maxEntries ?? maxCatalogueEntries;
  if (found > max) throw new DomainError('catalogue.too-many-entries', { max });
  const entries = new Map<string, CatalogueFileEntry>();
  const refused = [...written.rejected];
  for (const entry of written.entries) {
    const read = readEntry(entry, options.maxLabelLength ?? maxLabelLength);
    if ('code' in read) refused.push(read);
    else if (entries.has(read.id)) {
      const reason = `The identifier ${read.id} is that of line ${entries.get(read.id)!.line} already.`;
      refused.push(rejected(read.line, entry.cells.get('id')!.name, 'catalogue.id-twice', reason));
    } else entries.set(read.id, read);
  }
  refused.sort((one, other) => one.line - other.line);
  return { entries: [...entries.values()], rejected: refused, remarks: [] };
}

const tableOptions = ({ maxEntries = maxCatalogueEntries }: CatalogueFileOptions): TableOptions => ({
  maxRows: maxEntries,
  quotesOf: (columns, delimiter) => (delimiter === '\t' && isOnet(columns) ? 'none' : 'relaxed'),
});

const unreadable: Readonly<Record<UnreadableTable['kind'], string>> = {
  empty: 'catalogue.empty',
  unreadable: 'catalogue.not-csv',
  'column-twice': 'catalogue.column-twice',
};

function refusalOf(error: unknown): unknown {
  return error instanceof UnreadableTable ? new DomainError(unreadable[error.kind], { detail: error.detail }) : error;
}

function textTable(text: string, options: CatalogueFileOptions): Table {
  try {
    return readTextTable(text, tableOptions(options));
  } catch (error) {
    throw refusalOf(error);
  }
}

function writtenOf({ columns: names, rows, faults }: Table, language: CatalogueLanguage): WrittenCatalogue {
  const fields = fieldsOf(names, language);
  if (!fields.has('id')) {
    throw new DomainError('catalogue.missing-column', { detail: 'No column holds an identifier, such as id or code.' });
  }
  if (!catalogueLanguages.some((each) => fields.has(`label:${each}`))) {
    throw new DomainError('catalogue.missing-column', { detail: 'No column holds a label, such as en, es or ca.' });
  }
  const columns = [...fields].map(([field, name]) => ({ field, name, at: names.indexOf(name) }));
  const codes = { broken: 'catalogue.broken-line', 'cell-count': 'catalogue.column-count' } as const;
  return {
    entries: rows.map((row): WrittenEntry => ({ line: row.line, cells: cellsOf(row, columns) })),
    rejected: faults.map(({ line, kind, detail }) => rejected(line, null, codes[kind], detail)),
  };
}

const cellsOf = (
  { cells }: TableRow,
  columns: readonly { field: CatalogueField; name: string; at: number }[],
): Map<CatalogueField, WrittenCell> =>
  new Map(columns.map(({ field, name, at }) => [field, { name, text: cells[at] ?? '' }]));

const languageOf = ({ language, fileName = '' }: CatalogueFileOptions): CatalogueLanguage =>
  language ?? languageOfName(fileName) ?? 'en';

function languageOfName(fileName: string): CatalogueLanguage | undefined {
  const name = fileName.replace(/\.[^.]*$/, '');
  return catalogueLanguages.find((language) => new RegExp(`[_.-]${language}$`, 'i').test(name));
}
