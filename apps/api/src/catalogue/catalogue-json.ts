import { type CatalogueLanguage, DomainError } from '#domain';
import { rejected, type RejectedEntry, type WrittenCell, type WrittenEntry } from './written-entry.js';
import { type CatalogueField, fieldsOf } from './catalogue-columns.js';

export interface WrittenCatalogue {
  readonly entries: readonly WrittenEntry[];
  readonly rejected: readonly RejectedEntry[];
}

interface NumberedValue {
  readonly line: number;
  readonly value: unknown;
}

/**
 * Reads an array of entries, `{ items: [...] }`, or an entry on each line (JSON Lines).
 * @param wanted as many entries are read, and no more
 * @throws DomainError `catalogue.not-json`
 */
export function readJsonCatalogue(text: string, language: CatalogueLanguage, wanted: number): WrittenCatalogue {
  const whole = parseJson(text);
  if (whole.isJson) return readJsonValue(whole.value, language, wanted);
  if (!text.trim().includes('\n')) throw new DomainError('catalogue.not-json', { detail: whole.problem });
  return readJsonLines(text, language, wanted);
}

/** An array of entries, `{ items: [...] }`, or a single entry. */
export function readJsonValue(value: unknown, language: CatalogueLanguage, wanted: number): WrittenCatalogue {
  const items = isRecord(value) && Array.isArray(value['items']) ? value['items'] : value;
  const values = (Array.isArray(items) ? items : [items]) as readonly unknown[];
  return writtenOf(
    values.slice(0, wanted).map((item, index) => ({ line: index + 1, value: item })),
    language,
  );
}

function readJsonLines(text: string, language: CatalogueLanguage, wanted: number): WrittenCatalogue {
  const values: NumberedValue[] = [];
  const broken: RejectedEntry[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    if (values.length + broken.length >= wanted) break;
    if (line.trim() === '') continue;
    const parsed = parseJson(line);
    if (parsed.isJson) values.push({ line: index + 1, value: parsed.value });
    else broken.push(rejected(index + 1, null, 'catalogue.broken-line', `The line isn't JSON: ${parsed.problem}.`));
  }
  if (values.length === 0) throw new DomainError('catalogue.not-json', { detail: broken[0]?.reason });
  const { entries, rejected: odd } = writtenOf(values, language);
  return { entries, rejected: [...broken, ...odd] };
}

function writtenOf(values: readonly NumberedValue[], language: CatalogueLanguage): WrittenCatalogue {
  const entries: WrittenEntry[] = [];
  const odd: RejectedEntry[] = [];
  // Most entries have the names of the one before.
  const shapes = new Map<string, Map<CatalogueField, string>>();
  const shapeOf = (names: readonly string[]): Map<CatalogueField, string> => {
    const key = names.join('\n');
    const shape = shapes.get(key) ?? fieldsOf(names, language);
    shapes.set(key, shape);
    return shape;
  };
  for (const { line, value } of values) {
    if (isRecord(value)) entries.push({ line, cells: cellsOf(value, shapeOf) });
    else odd.push(rejected(line, null, 'catalogue.broken-line', 'An entry is an object with an id and labels.'));
  }
  return { entries, rejected: odd };
}

function cellsOf(
  entry: Record<string, unknown>,
  shapeOf: (names: readonly string[]) => Map<CatalogueField, string>,
): Map<CatalogueField, WrittenCell> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(entry)) {
    if (!isRecord(value)) texts.set(name, textOf(value));
    // What is worded in several languages, `{ "label": { "en": … } }`, is what a CSV calls `label_en`.
    else for (const [inner, text] of Object.entries(value)) texts.set(`${name}.${inner}`, textOf(text));
  }
  return new Map(
    [...shapeOf([...texts.keys()])].map(([field, name]) => [field, { name, text: texts.get(name) ?? '' }]),
  );
}

/** Lists in lists are more than any catalogue has: what is deeper is left out. */
const maxListDepth = 4;

function textOf(value: unknown, depth = 0): string {
  if (Array.isArray(value)) {
    return depth < maxListDepth ? value.map((item) => textOf(item, depth + 1)).join('\n') : '';
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function parseJson(text: string): { isJson: true; value: unknown } | { isJson: false; problem: string } {
  try {
    return { isJson: true, value: JSON.parse(text) };
  } catch (error) {
    return { isJson: false, problem: error instanceof SyntaxError ? error.message : String(error) };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
