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
