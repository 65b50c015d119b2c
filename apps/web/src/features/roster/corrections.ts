/** What somebody writes into a cell of a file in the place of what stands there. */
export interface Correction {
  readonly line: number;
  readonly written: string;
  readonly said: string;
}

const separators = [',', ';', '\t', '|'] as const;
/** What a file that isn't UTF-8 has where a letter should be. */
const unreadable = '\uFFFD';

/** A file of text whose lines can be corrected; null where that isn't what it is. */
export async function correctable(file: File): Promise<string | null> {
  if (!/\.(csv|tsv|txt)$/i.test(file.name)) return null;
  const text = await file.text();
  return text.includes(unreadable) ? null : text;
}

/** Whether a cell that says that stands in a line, the first line being 1. */
export const hasCell = (text: string, line: number, written: string): boolean => cellIn(text, line, written) !== null;

/** The file with what was said in its cells. */
export function corrected(text: string, corrections: readonly Correction[]): string {
  const lines = text.split('\n');
  const separator = separatorOf(lines[0] ?? '');
  for (const { line, written, said } of corrections) {
    const found = cellIn(lines.join('\n'), line, written);
    if (found === null) continue;
    const { cells, place } = found;
    lines[line - 1] = cells.map((cell, at) => (at === place ? quoted(said, separator) : cell)).join(separator);
  }
  return lines.join('\n');
}

function cellIn(text: string, line: number, written: string) {
  const lines = text.split('\n');
  const cells = cellsOf(lines[line - 1] ?? '', separatorOf(lines[0] ?? ''));
  const place = cells.findIndex((cell) => unquoted(cell) === written.trim());
  return place < 0 ? null : { cells, place };
}

const separatorOf = (header: string): string =>
  separators.toSorted((one, other) => header.split(other).length - header.split(one).length)[0]!;

/** As they stand there, quotes and all. */
function cellsOf(line: string, separator: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === separator && !isQuoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells;
}

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replaceAll('""', '"')
    .trim();

const quoted = (said: string, separator: string): string =>
  said.includes(separator) || said.includes('"') ? `"${said.replaceAll('"', '""')}"` : said;
