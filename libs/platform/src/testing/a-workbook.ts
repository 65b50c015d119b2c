import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** What stands in a cell; a text with a formula's mark in front is still a text. */
type Cell = string | number | null;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function sheetOf(rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row, at) => {
    const written = row.map((cell, column) => cellOf(cell, `${String.fromCharCode(65 + column)}${at + 1}`));
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  const of = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet ${of}><sheetData>${cells.join('')}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

const officeNames = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNames = 'http://schemas.openxmlformats.org/package/2006';

/**
 * A workbook (.xlsx) of one sheet, as little as the format demands (ECMA-376, part 1).
 * @param sheet the part of the sheet itself, where it is to be odd
 * @param parts by their names, others that it has, or has instead of those that it would have
 */
export function aWorkbook(
  rows: readonly (readonly Cell[])[],
  sheet: string | Buffer = sheetOf(rows),
  parts: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  const write = (name: string, text: string | Buffer): void => zip.addBuffer(Buffer.from(text as string), name);
  const add = (name: string, text: string | Buffer): void => (name in parts ? undefined : write(name, text));
  for (const [name, text] of Object.entries(parts)) write(name, text);
  add(
    '[Content_Types].xml',
    `<Types xmlns="${packageNames}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  );
  const relation = (type: string, target: string): string =>
    `<Relationships xmlns="${packageNames}/relationships"><Relationship Id="rId1" Type="${officeNames}/${type}" Target="${target}"/></Relationships>`;
  add('_rels/.rels', relation('officeDocument', 'xl/workbook.xml'));
  add('xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml'));
  add(
    'xl/workbook.xml',
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeNames}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  add('xl/worksheets/sheet1.xml', sheet);
  zip.end();
  return buffer(zip.outputStream);
}
