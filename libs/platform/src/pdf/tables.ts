import type { Element, PageWriter, Strip } from './page-writer.js';
import type { PdfColumn, PdfTable } from './pdf-document.js';
import { lineHeight, styles, type TextStyle } from './text-style.js';

const padding = 4;

/** Where a column stands, and how its texts are put there. */
type Place = Strip & Pick<PdfColumn, 'align'>;

/** Titles come again on each page; a row that fits on one page isn't torn, and one that doesn't goes on on the next. */
export function writeTable(writer: PageWriter, { columns, rows, totals = [] }: PdfTable, strip: Strip): void {
  const table = writer.element('Table');
  const places = placesOf(columns, strip);
  const titles = places.map(({ width }, index) => writer.lines(columns[index]?.title ?? '', styles.columnTitle, width));
  const titlesHeight = heightOf(titles, styles.columnTitle);
  writer.demandRoom(titlesHeight + 2 * (lineHeight(styles.plain) + 2 * padding));
  writeTitles(writer, titles, places, strip, table);
  const again = () => {
    writer.newPage();
    writeTitles(writer, titles, places, strip);
  };
  const writeRow = (row: readonly string[], style: TextStyle) => {
    const cells = places.map(({ width }, index) => writer.lines(row[index] ?? '', style, width));
    const height = heightOf(cells, style);
    if (height > writer.room && height <= writer.wholeRoom - titlesHeight) again();
    writeCells(writer, cells, style, { places, strip, table, again });
  };
  for (const row of rows) writeRow(row, styles.plain);
  for (const row of totals) writeRow(row, styles.strong);
  table.end();
  writer.y += 2 * padding;
}

function placesOf(columns: readonly PdfColumn[], strip: Strip): Place[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let x = strip.x;
  return columns.map(({ share, align }) => {
    const width = (strip.width * share) / shares;
    const place = { x: x + padding / 2, width: width - padding, ...(align && { align }) };
    x += width;
    return place;
  });
}

function heightOf(cells: readonly (readonly string[])[], style: TextStyle): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * lineHeight(style) + 2 * padding;
}

/** As part of the table, or once more as what helps to read it. */
function writeTitles(
  writer: PageWriter,
  titles: readonly (readonly string[])[],
  places: readonly Place[],
  strip: Strip,
  table?: Element,
): void {
  const row = table && writer.element('TR', table);
  const y = writer.y + padding;
  places.forEach((place, index) => {
    const lines = titles[index] ?? [];
    if (row) {
      const cell = writer.element('TH', row);
      writer.write(lines, styles.columnTitle, { ...place, y }, cell, 'TH');
      cell.end();
    } else {
      writer.writeAside(lines, styles.columnTitle, { ...place, y });
    }
  });
  row?.end();
  writer.y += heightOf(titles, styles.columnTitle);
  writer.rule(strip);
}

/** Writes as many lines of all cells as fit, and the rest of them on the next page. */
function writeCells(
  writer: PageWriter,
  cells: readonly (readonly string[])[],
  style: TextStyle,
  { places, strip, table, again }: { places: readonly Place[]; strip: Strip; table: Element; again: () => void },
): void {
  const row = writer.element('TR', table);
  const elements = cells.map(() => writer.element('TD', row));
  let rest = cells;
  for (;;) {
    if (writer.room < lineHeight(style) + 2 * padding) again();
    const fit = Math.max(1, Math.floor((writer.room - 2 * padding) / lineHeight(style)));
    const now = rest.map((lines) => lines.slice(0, fit));
    elements.forEach((element, index) => {
      const place = places[index];
      const lines = now[index] ?? [];
      if (place && lines.length > 0) writer.write(lines, style, { ...place, y: writer.y + padding }, element, 'TD');
    });
    writer.y += heightOf(now, style);
    rest = rest.map((lines) => lines.slice(fit));
    if (rest.every(({ length }) => length === 0)) break;
  }
  for (const element of elements) element.end();
  row.end();
  writer.rule(strip);
}
