import { type CsvForm, type CsvLine, parseCsv, plainLines, UnreadableCsv } from './read-csv.js';

/** A line that can't be read, and the parser's reason. */
export interface BrokenCsvLine {
  readonly line: number;
  readonly problem: string;
}

/** Each costs a fresh start of the parser; a text with more of them isn't CSV. */
const maxBreaks = 500;
const maxRecordBytes = 100_000;

class Break extends Error {
  constructor(readonly line: number) {
    super('A record of several lines has not as many cells as the first');
  }
}

/**
 * Reads CSV of which some lines are broken: a quote that is opened and not closed costs its own line, and not those after
 * it. A record over several lines that hasn't as many cells as the first one of the text is taken for such a break, since
 * a forgotten quote joins lines until the next one that has any.
 * @throws UnreadableCsv when there are too many breaks
 */
export function readCsvAroundBreaks(
  text: string,
  form: Omit<CsvForm, 'maxRecordBytes'>,
): { lines: CsvLine[]; broken: BrokenCsvLine[] } {
  const lines: CsvLine[] = [];
  const broken: BrokenCsvLine[] = [];
  let rest = plainLines(text);
  let passed = 0;
  while (rest !== '') {
    const wanted = (form.maxRecords ?? Infinity) - lines.length - broken.length;
    if (wanted <= 0) break;
    const line = firstBreak(rest, { ...form, maxRecordBytes, maxRecords: wanted }, lines, passed);
    if (line === null) break;
    broken.push({ line: passed + line, problem: 'A quote stands within a cell, or is not closed where its cell ends' });
    if (broken.length > maxBreaks) throw new UnreadableCsv(passed + line, `More than ${maxBreaks} lines are broken`);
    rest = withoutLines(rest, line);
    passed += line;
  }
  return { lines, broken };
}

/** Adds what comes before the first break, and tells the line in which that is. */
function firstBreak(text: string, form: CsvForm, lines: CsvLine[], passed: number): number | null {
  try {
    parseCsv(text, form, ({ line, lastLine, cells }) => {
      const width = lines[0]?.cells.length ?? cells.length;
      if (lastLine > line && cells.length !== width) throw new Break(line);
      lines.push({ line: passed + line, cells });
    });
    return null;
  } catch (error) {
    if (error instanceof Break || error instanceof UnreadableCsv) return error.line;
    throw error;
  }
}

function withoutLines(text: string, count: number): string {
  let at = 0;
  for (let passed = 0; passed < count; passed += 1) {
    const end = text.indexOf('\n', at);
    if (end === -1) return '';
    at = end + 1;
  }
  return text.slice(at);
}
