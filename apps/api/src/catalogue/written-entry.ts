import { errorCatalogue } from '#contracts/errors';
import {
  type CatalogueLanguage,
  catalogueLanguages,
  type EntryField,
  type ImportedDuty,
  type ImportedTerms,
} from '#domain';
import { faultSentence, readText, textFaultIn, textLength } from '#text';
import type { CatalogueField, WordedPart } from './catalogue-columns.js';

/** What a file says of one entry, in the words of the file. */
export interface WrittenEntry {
  /** Where it begins in the file, from 1; of a JSON array its place, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<CatalogueField, WrittenCell>;
}
export interface WrittenCell {
  /** What the file calls the field. */
  readonly name: string;
  readonly text: string;
}

export interface CatalogueFileEntry extends ImportedDuty {
  readonly line: number;
  readonly terms: ImportedTerms;
  /** Of the fields that the file has, those in which nothing stands. */
  readonly cleared: readonly EntryField[];
}

/** Why an entry isn't taken in; `field` as the file names it, null for what concerns the whole line. */
export interface RejectedEntry {
  readonly line: number;
  readonly field: string | null;
  readonly code: string;
  /** What stands in the cell, as far as it is shown; null for what concerns the whole line. */
  readonly written: string | null;
  readonly reason: string;
}

class BadCell extends Error {
  constructor(
    readonly field: string | null,
    readonly code: string,
    readonly reason?: string,
  ) {
    super(code);
  }
}

/** Characters; O*NET's tasks are the longest labels and ESCO's descriptions the longest texts that are known. */
export const maxLabelLength = 1_000;
/** Characters, but for how many alternatives and minutes. Units and criteria are as in the lines of agreements, where they come to stand. */
const most = {
  id: 200,
  unit: 80,
  doneCriterion: 500,
  text: 10_000,
  alternatives: 200,
  indicativeMinutes: 1_440,
} as const;

const inUse = ['', 'released', 'active', 'approved', 'current', 'published', 'valid'];
const notInUse = ['obsolete', 'retired', 'deprecated', 'inactive', 'withdrawn', 'superseded'];
const yes = ['yes', 'y', 'true', '1', 'x', 'si', 'sí'];
const no = ['', 'no', 'n', 'false', '0'];

/**
 * Reads what a file says of an entry.
 * @param longestLabel characters; a longer one is refused
 */
export function readEntry({ line, cells }: WrittenEntry, longestLabel: number): CatalogueFileEntry | RejectedEntry {
  try {
    const id = oneLine(cells.get('id'), most.id);
    if (id === '') throw new BadCell(cells.get('id')?.name ?? 'id', 'catalogue.id-missing');
    const labels = worded(cells, 'label', (cell) => oneLine(cell, longestLabel));
    if (Object.keys(labels).length === 0) throw new BadCell(labelName(cells), 'catalogue.no-label');
    return {
      line,
      id,
      labels,
      alternativeLabels: alternativesOf(cells),
      descriptions: worded(cells, 'description', (cell) => plainText(cell, most.text)),
      retired: isRetired(cells),
      cleared: clearedIn(cells),
      terms: {
        units: worded(cells, 'unit', (cell) => oneLine(cell, most.unit)),
        doneCriteria: worded(cells, 'done-criterion', (cell) => oneLine(cell, most.doneCriterion)),
        indicativeMinutes: minutesOf(cells.get('minutes')),
        mode: modeOf(cells.get('mode')),
      },
    };
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    const cell = [...cells.values()].find(({ name }) => name === error.field);
    return rejected(line, error.field, error.code, error.reason, cell?.text);
  }
}

/** So much of a cell is shown beside what is wrong with it. */
const shownLength = 100;

export const rejected = (
  line: number,
  field: string | null,
  code: string,
  reason?: string,
  written: string | null = null,
): RejectedEntry => ({
  line,
  field,
  code,
  written: written === null ? null : written.slice(0, shownLength),
  reason: reason ?? `${errorCatalogue[code]?.title ?? code}.`,
});

type Cells = WrittenEntry['cells'];

function worded(
  cells: Cells,
  part: WordedPart,
  read: (cell: WrittenCell) => string,
): Partial<Record<CatalogueLanguage, string>> {
  const said: Partial<Record<CatalogueLanguage, string>> = {};
  for (const language of catalogueLanguages) {
    const cell = cells.get(`${part}:${language}`);
    const text = cell ? read(cell) : '';
    if (text !== '') said[language] = text;
  }
  return said;
}

const notCleared: ReadonlySet<CatalogueField> = new Set(['id', 'status', 'retired']);

const clearedIn = (cells: Cells): EntryField[] =>
  [...cells]
    .filter(([field, { text }]) => text.trim() === '' && !notCleared.has(field))
    .map(([field]) => field as EntryField);

/** Several are parted by `|` or by line breaks, as ESCO does; each once, and not the label again. */
function alternativesOf(cells: Cells): Partial<Record<CatalogueLanguage, string[]>> {
  const said: Partial<Record<CatalogueLanguage, string[]>> = {};
  for (const language of catalogueLanguages) {
    const cell = cells.get(`alternative:${language}`);
    if (cell === undefined || cell.text === '') continue;
    const label = cells.get(`label:${language}`)?.text;
    const parts = cell.text.split(/[|\n]/).map((text) => oneLine({ ...cell, text }, maxLabelLength));
    const alternatives = [...new Set(parts)].filter((part) => part !== '' && part !== label);
    if (alternatives.length > most.alternatives) {
      throw new BadCell(
        cell.name,
        'catalogue.too-long',
        `There are more than ${most.alternatives} alternative labels.`,
      );
    }
    if (alternatives.length > 0) said[language] = alternatives;
  }
  return said;
}

function isRetired(cells: Cells): boolean {
  return (
    isOneOf(cells.get('retired'), yes, no, 'yes or no') ||
    isOneOf(cells.get('status'), notInUse, inUse, 'released or obsolete, active or retired')
  );
}

function isOneOf(cell: WrittenCell | undefined, these: string[], orThose: string[], known: string): boolean {
  const text = cell?.text.trim().toLowerCase() ?? '';
  if (these.includes(text)) return true;
  if (orThose.includes(text)) return false;
  throw new BadCell(cell?.name ?? null, 'catalogue.bad-status', `This takes ${known}.`);
}

function minutesOf(cell: WrittenCell | undefined): number | null {
  if (cell === undefined || cell.text === '') return null;
  const minutes = /^\d{1,4}$/.test(cell.text) ? Number(cell.text) : 0;
  if (minutes >= 1 && minutes <= most.indicativeMinutes) return minutes;
  throw new BadCell(
    cell.name,
    'catalogue.bad-value',
    `This takes whole minutes of a unit, 1 to ${most.indicativeMinutes}.`,
  );
}

function modeOf(cell: WrittenCell | undefined): 'acts' | 'prepares' | null {
  const mode = cell?.text.toLowerCase() ?? '';
  if (mode === '') return null;
  if (mode === 'acts' || mode === 'prepares') return mode;
  throw new BadCell(cell?.name ?? null, 'catalogue.bad-value', 'This takes acts or prepares.');
}

function labelName(cells: Cells): string {
  const [first] = catalogueLanguages.flatMap((language) => cells.get(`label:${language}`)?.name ?? []);
  return first ?? 'label';
}

const oneLine = (cell: WrittenCell | undefined, max: number): string => plainText(cell, max).replaceAll(/\s+/g, ' ');

function plainText(cell: WrittenCell | undefined, max: number): string {
  const text = readText(cell?.text ?? '').trim();
  const fault = textFaultIn(text);
  if (cell && fault) throw new BadCell(cell.name, 'catalogue.not-plain-text', faultSentence(fault));
  if (cell && textLength(text) > max) {
    throw new BadCell(cell.name, 'catalogue.too-long', `This takes at most ${max} characters.`);
  }
  return text;
}
