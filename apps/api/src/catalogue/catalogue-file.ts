import { type CatalogueLanguage, catalogueLanguages, DomainError, type ImportedDuty } from '#domain';
import { type CsvLine, delimiterOf, readCsvAroundBreaks, UnreadableCsv } from '#platform/csv';
import { type CatalogueField, fieldsOf, isOnet } from './catalogue-columns.js';
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
 * Reads a catalogue of duties that somebody else keeps; what it is written in is told from its content:
 * - comma, semicolon or tab between the cells, with a header: an id (`id`, `code` …), labels in some of the languages
 *   (`en`, `label_es`, `title_ca` …), and if wanted `alt_en` (several, parted by `|`), `description_en`, `status` or
 *   `retired`, `unit_en`, `done_criterion_en`, `minutes`, `mode`; other columns are ignored;
 * - JSON of the same fields (an array, `{ items: [...] }`, or an entry on each line), labels also as `{ "en": … }`;
 * - O*NET's `Task Statements` and `Occupation Data`, and ESCO's exports of skills and occupations, by their headers.
 * Every entry that can't be taken is told with its line, field and reason, and holds no other up.
 * @throws DomainError `catalogue.…` for what concerns the file as a whole
 */
export function readCatalogueFile(text: string, options: CatalogueFileOptions = {}): CatalogueFile {
  const language = options.language ?? languageOfName(options.fileName ?? '') ?? 'en';
  const plain = text.replace(/^\ufeff/, '');
  const isJson = /^\s*[[{]/.test(plain) || /\.(json|jsonl|ndjson)$/i.test(options.fileName ?? '');
  // One more than are taken: that there are too many is all that is to be known then.
  const wanted = (options.maxEntries ?? maxCatalogueEntries) + 1;
  const written = isJson ? readJsonCatalogue(plain, language, wanted) : readCsvCatalogue(plain, language, wanted);
  return sifted(written, options);
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
  return { entries: [...entries.values()], rejected: refused.sort((one, other) => one.line - other.line) };
}

function readCsvCatalogue(text: string, language: CatalogueLanguage, wanted: number): WrittenCatalogue {
  const { lines, broken } = readLines(text, wanted + 1);
  const [header, ...records] = lines;
  if (header === undefined) throw new DomainError('catalogue.empty');
  const fields = fieldsOf(header.cells, language);
  if (!fields.has('id')) {
    throw new DomainError('catalogue.missing-column', { detail: 'No column holds an identifier, such as id or code.' });
  }
  if (!catalogueLanguages.some((each) => fields.has(`label:${each}`))) {
    throw new DomainError('catalogue.missing-column', { detail: 'No column holds a label, such as en, es or ca.' });
  }
  const columns = [...fields].map(([field, name]) => ({ field, name, at: header.cells.indexOf(name) }));
  const entries: WrittenEntry[] = [];
  const refused = broken.map(({ line, problem }) => rejected(line, null, 'catalogue.broken-line', `${problem}.`));
  for (const record of records) {
    const count = withoutEmptyEnd(record.cells, header.cells.length);
    if (count === header.cells.length) entries.push({ line: record.line, cells: cellsOf(record, columns) });
    else {
      const reason = `The line has ${count} cells, the header ${header.cells.length}.`;
      refused.push(rejected(record.line, null, 'catalogue.column-count', reason));
    }
  }
  return { entries, rejected: refused };
}

function readLines(text: string, maxRecords: number): ReturnType<typeof readCsvAroundBreaks> {
  const delimiter = delimiterOf(text);
  const header = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? '';
  const quotes = delimiter === '\t' && isOnet(header.split(delimiter)) ? 'none' : 'relaxed';
  try {
    return readCsvAroundBreaks(text, { delimiter, quotes, maxRecords });
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw new DomainError('catalogue.not-csv', { detail: error.message });
  }
}

/** Spreadsheets end lines with cells of columns that nobody filled in. */
function withoutEmptyEnd(cells: readonly string[], wanted: number): number {
  let count = cells.length;
  while (count > wanted && cells[count - 1] === '') count -= 1;
  return count;
}

const cellsOf = (
  { cells }: CsvLine,
  columns: readonly { field: CatalogueField; name: string; at: number }[],
): Map<CatalogueField, WrittenCell> =>
  new Map(columns.map(({ field, name, at }) => [field, { name, text: cells[at] ?? '' }]));

function languageOfName(fileName: string): CatalogueLanguage | undefined {
  const name = fileName.replace(/\.[^.]*$/, '');
  return catalogueLanguages.find((language) => new RegExp(`[_.-]${language}$`, 'i').test(name));
}
