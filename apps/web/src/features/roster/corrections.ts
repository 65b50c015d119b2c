/** A cell by the line in which it stands, the first being 1, and the name of its column. */
export interface CellPlace {
  readonly line: number;
  readonly field: string | null;
}

/** A text of which cells can be written anew. */
export interface CorrectableText<Place extends CellPlace> {
  /** What stands in a cell; null where there is none. */
  readonly standingAt: (place: Place) => string | null;
  /** The text with what is said in its cells; all else stays to the letter. */
  readonly with: (said: ReadonlyMap<Place, string>) => string;
}

/** Where a cell stands in a text, with the quotes around it, and what it says without them. */
interface Cell {
  readonly from: number;
  readonly to: number;
  readonly says: string;
}

interface Line {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Finds the cells of CSV whose lines end as in Unix. A column is known by its name, whatever else in a line says the same. */
export function cellsIn<Place extends CellPlace>(text: string): CorrectableText<Place> {
  const separator = separatorOf(text);
  const [header, ...lines] = linesOf(text, separator);
  const byNumber = new Map(lines.map(({ line, cells }) => [line, cells]));
  const cellAt = ({ line, field }: Place): Cell | undefined => {
    const column = header?.cells.findIndex(({ says }) => says.toLowerCase() === field?.toLowerCase()) ?? -1;
    return byNumber.get(line)?.[column];
  };
  return {
    standingAt: (place) => cellAt(place)?.says ?? null,
    with: (said) =>
      [...said]
        .flatMap(([place, words]) => {
          const cell = cellAt(place);
          return cell === undefined ? [] : [{ ...cell, words }];
        })
        .toSorted((one, other) => other.from - one.from)
        .reduce((rest, { from, to, words }) => rest.slice(0, from) + quoted(words, separator) + rest.slice(to), text),
  };
}

/** By `sep=;` in front, as Excel has it; otherwise it is what there is most of between the names of the columns. */
function separatorOf(text: string): string {
  const [, said] = separatorLine.exec(text) ?? [];
  if (said !== undefined) return said;
  const header = /^\s*([^\n]*)/.exec(text)![1]!;
  return [',', ';', '\t'].reduce((best, other) => (countOf(header, other) > countOf(header, best) ? other : best));
}

const separatorLine = /^"?sep=(.)"?[;,\t ]*(?:\n|$)/i;
const countOf = (text: string, part: string): number => text.split(part).length;

/** Lines that aren't blank, the header first. */
function linesOf(text: string, separator: string): Line[] {
  const lines: Line[] = [];
  let at = separatorLine.exec(text)?.[0].length ?? 0;
  let line = at > 0 ? 2 : 1;
  while (at < text.length) {
    const begins = at;
    const cells = [cellFrom(text, at, separator)];
    while (text[cells.at(-1)!.to] === separator) cells.push(cellFrom(text, cells.at(-1)!.to + 1, separator));
    if (cells.some(({ says }) => says !== '')) lines.push({ line, cells });
    at = cells.at(-1)!.to + 1;
    line += countOf(text.slice(begins, at), '\n') - 1;
  }
  return lines;
}

const inQuotes = / *"([^"]*(?:""[^"]*)*)" */y;

/** A quote that isn't closed where its cell ends is a letter like any other, or all that follows would be one cell. */
function cellFrom(text: string, from: number, separator: string): Cell {
  inQuotes.lastIndex = from;
  const [whole, says] = inQuotes.exec(text) ?? [];
  if (whole !== undefined) {
    const to = from + whole.length;
    if (to === text.length || text[to] === separator || text[to] === '\n')
      return { from, to, says: says!.replaceAll('""', '"').trim() };
  }
  let to = from;
  while (to < text.length && text[to] !== separator && text[to] !== '\n') to += 1;
  return { from, to, says: text.slice(from, to).trim() };
}

const quoted = (said: string, separator: string): string =>
  said.includes(separator) || /["\n]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
