import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { aWorkbook } from '../testing/index.js';
import { readTable, readTextTable, type Table, type TableOptions } from './index.js';

const options: TableOptions = { maxRows: 100, quotesOf: () => 'strict' };
const read = (bytes: Buffer, charset: string | null = null) => readTable({ bytes, charset }, options);
const cells = ({ columns, rows }: Table) => [columns, ...rows.map((row) => row.cells)];

describe('a table as text', () => {
  it('has the columns that have a name, however many a spreadsheet writes behind them', () => {
    const table = readTextTable('a;b;;\r\n1;2;;\r\n3;4\r\n5;6;;;;\r\n7;8;9;\r\n0\r\n', options);
    expect(cells(table)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(table.faults).toEqual([
      { line: 5, kind: 'cell-count', detail: 'The line has 3 cells, the header 2.' },
      { line: 6, kind: 'cell-count', detail: 'The line has 1 cells, the header 2.' },
    ]);
  });

  it('may say its delimiter first, and counts lines as the file does', () => {
    expect(readTextTable('\ufeffsep=;\r\na,b;c\r\n1;2\r\n', options)).toMatchObject({
      columns: ['a,b', 'c'],
      rows: [{ line: 3, cells: ['1', '2'] }],
    });
    expect(() => readTextTable('sep=|\na|b\n', options)).toThrow('| between cells is not taken');
  });

  it.each([
    ['column-twice', 'id,EN,en\n1,2,3'],
    ['empty', ''],
    ['empty', '\n\n'],
    ['unreadable', 'i\0d,en\n1,2'],
  ])('is refused as %s', (kind, text) => {
    expect(() => readTextTable(text, options)).toThrow(expect.objectContaining({ kind }));
  });

  it('is read in the encoding that it says or has', async () => {
    const text = 'name\nNúria “la Gran” €';
    const windows = Buffer.from('name\nN\u00faria \u0093la Gran\u0094 \u0080', 'latin1');
    const wanted = [['name'], ['Núria “la Gran” €']];
    expect(cells(await read(Buffer.from(text)))).toEqual(wanted);
    expect(cells(await read(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(wanted);
    const guessed = await read(windows);
    expect(cells(guessed)).toEqual(wanted);
    expect(guessed.remarks).toMatchObject([{ code: 'read-as-windows-1252' }]);
    expect(await read(windows, 'Windows-1252')).toMatchObject({ remarks: [] });
    await expect(read(windows, 'shift_jis')).rejects.toThrow('shift_jis');
  });
});

describe('a table in a workbook', () => {
  it('is its first sheet, by the numbers that stand beside the rows', async () => {
    const rows = [['name', 'rate', null], [], ['Núria & co', 17.55, null], [null, 0.1 + 0.2, null]];
    const table = await read(await aWorkbook(rows));
    expect(table).toMatchObject({
      columns: ['name', 'rate'],
      rows: [
        { line: 3, cells: ['Núria & co', '17.55'] },
        { line: 4, cells: ['', '0.3'] },
      ],
    });
  });

  it('is the first sheet that people see, though others are hidden before it', async () => {
    const names = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const workbook = await aWorkbook([['id'], ['seen']], undefined, {
      'xl/workbook.xml':
        `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${names}"><sheets>` +
        '<sheet name="Lists" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Chart" sheetId="2" r:id="rId2"/>' +
        '<sheet name="Team" sheetId="3" r:id="rId3"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        `<Relationship Id="rId1" Type="${names}/worksheet" Target="worksheets/sheet9.xml"/>` +
        `<Relationship Id="rId2" Type="${names}/chartsheet" Target="chartsheets/sheet2.xml"/>` +
        `<Relationship Id="rId3" Type="${names}/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet9.xml':
        '<worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>',
    });
    expect(await read(workbook)).toMatchObject({ columns: ['id'], rows: [{ cells: ['seen'] }], remarks: [] });
  });

  const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheetOf = (rows: readonly string[], behind = '') =>
    `<worksheet><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row}</row>`).join('')}</sheetData>${behind}</worksheet>`;
  const head = text('A1', 'id') + text('B1', 'name');

  it('takes formulas by their results, and loses the lines in which there is none', async () => {
    const sheet = sheetOf([
      head,
      text('A2', 'sum') + '<c r="B2"><f aca="false">1+1</f><v>2</v></c>',
      text('A3', 'join') + '<c r="B3" t="str"><f>A1&amp;A2</f><v>idsum</v></c>',
      text('A4', 'nothing') + '<c r="B4" t="str"><f>""</f><v></v></c>',
      text('A5', 'error') + '<c r="B5" t="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c>',
      text('A6', 'unsaved') + '<c r="B6"><f>SUM(A1:A2)</f><v></v></c>',
      text('A7', 'shared') + '<c r="B7"><f t="shared" si="0"/></c>',
    ]);
    const table = await read(await aWorkbook([], sheet));
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['sum', '2'],
      ['join', 'idsum'],
      ['nothing', ''],
    ]);
    expect(table.faults).toEqual([
      { line: 5, kind: 'broken', detail: 'The cell B5 shows an error of its formula.' },
      { line: 6, kind: 'broken', detail: expect.stringContaining('The formula of the cell B6 has no result') },
      { line: 7, kind: 'broken', detail: expect.stringContaining('B7') },
    ]);
  });

  it('has in each of its lines what stands in cells that were merged downwards', async () => {
    const merges = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    const sheet = sheetOf(
      [head, text('A2', '1') + text('B2', 'Marta'), text('A3', '2') + '<c r="B3"/>', text('A4', '3')],
      merges,
    );
    expect((await read(await aWorkbook([], sheet))).rows.map((row) => row.cells)).toEqual([
      ['1', 'Marta'],
      ['2', 'Marta'],
      ['3', ''],
    ]);
  });

  it('has dates as dates, by either of the two beginnings of time', async () => {
    const styles =
      '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs count="3"><xf numFmtId="0"/>' +
      '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>';
    const sheet = sheetOf([head, '<c r="A2" s="1"><v>46380</v></c><c r="B2" s="2"><v>46380</v></c>']);
    const table = await read(await aWorkbook([], sheet, { 'xl/styles.xml': styles }));
    expect(table.rows[0]?.cells).toEqual(['2026-12-24', '2026-12-24']);
    const names = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    for (const said of ['1', 'true']) {
      const later = await aWorkbook([], sheetOf([head, '<c r="A2" s="1"><v>44918</v></c>']), {
        'xl/styles.xml': styles,
        'xl/workbook.xml': `<workbook xmlns:r="${names}"><workbookPr date1904="${said}"/><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      });
      expect((await read(later)).rows[0]?.cells[0]).toBe('2026-12-24');
    }
  });

  it.each([
    ['content.xml', '.ods'],
    ['xl/workbook.bin', '.xlsb'],
    ['Index/Document.iwa', 'Numbers'],
    ['notes.txt', 'no workbook'],
  ])('is not taken for one where it is an archive with %s', async (name, told) => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('x'), name);
    zip.end();
    await expect(read(await buffer(zip.outputStream))).rejects.toThrow(told);
  });

  it('that isn’t one is refused', async () => {
    for (const bytes of [Buffer.from('PK\u0003\u0004'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0])]) {
      await expect(read(bytes)).rejects.toMatchObject({ kind: 'unreadable' });
    }
    await expect(read(await aWorkbook([], '<worksheet><sheetData><row r="1"><c'))).rejects.toMatchObject({
      kind: expect.stringMatching('unreadable|empty'),
    });
  });

  it('can’t be made to take more room than it has', async () => {
    const sheet = (places: string) => `<worksheet><sheetData>${places}</sheetData></worksheet>`;
    const farOut = sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    await expect(read(await aWorkbook([], farOut))).rejects.toThrow('larger than what is read');
    const nowhere = sheet('<row r="1"><c r="&#65;9999999999"><v>1</v></c></row>');
    await expect(read(await aWorkbook([], nowhere))).rejects.toThrow('stands nowhere');
    const bomb = Buffer.alloc(140 * 1_048_576, ' ');
    await expect(read(await aWorkbook([], bomb))).rejects.toThrow('MB when it is unpacked');
  });
});
