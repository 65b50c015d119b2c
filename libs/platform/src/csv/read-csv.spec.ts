import { delimiterOf, readCsvAroundBreaks, UnreadableCsv } from './index.js';

const commas = { delimiter: ',', quotes: 'strict' } as const;
const relaxed = { delimiter: ',', quotes: 'relaxed' } as const;

describe('a text of comma-separated values', () => {
  it('is read with or without BOM, with any line ends, quotes and blank lines', () => {
    const { lines } = readCsvAroundBreaks('\ufeffid,en\r\n\r\n1,"a ""b"",\r\nc" \r2, d\n,\n', commas);
    expect(lines).toEqual([
      { line: 1, cells: ['id', 'en'] },
      { line: 3, cells: ['1', 'a "b",\nc'] },
      { line: 5, cells: ['2', 'd'] },
    ]);
  });

  it('is read as far as it is wanted, over whatever lines are blank', () => {
    const first = (text: string) => readCsvAroundBreaks(text, { ...commas, maxRecords: 3 });
    expect(first(`id,en\n${'1,a\n'.repeat(300_000)}`).lines.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(first(`id,en\n${'\n'.repeat(500_000)}1,a`).lines.map(({ line }) => line)).toEqual([1, 500_002]);
    expect(first(`id,en\n${','.repeat(9)}\n${',\n'.repeat(30_000)}1,a`).lines.map(({ line }) => line)).toEqual([
      1, 30_003,
    ]);
    expect(first('id,en\n1,"a\n2,"b\n3,c\n').broken).toHaveLength(2);
  });

  it('is broken where a line is, and not where a blank one before it is', () => {
    const { lines, broken } = readCsvAroundBreaks('id,en\n\n \n1,"a\n\n2,b\n\n3,"c', commas);
    expect(lines.map(({ line }) => line)).toEqual([1, 6]);
    expect(broken.map(({ line }) => line)).toEqual([4, 8]);
  });

  it('tells lines by their numbers over long stretches of blank ones, wherever quotes stand', () => {
    const blank = ' ,,\n'.repeat(250);
    const text = `id,en\n${blank}1,"a\n${blank}b"\n${blank};;\n2,"c\n3,d\n${blank} , `;
    const { lines, broken } = readCsvAroundBreaks(text, commas);
    expect(lines).toEqual([
      { line: 1, cells: ['id', 'en'] },
      { line: 252, cells: ['1', `a\n${blank}b`] },
      { line: 754, cells: [';;'] },
      { line: 756, cells: ['3', 'd'] },
    ]);
    expect(broken.map(({ line }) => line)).toEqual([755]);
    expect(readCsvAroundBreaks(`id,en\n${',\n'.repeat(500_000)}1,a`, commas).lines.at(-1)?.line).toBe(500_002);
  });

  it.each([
    ['a,b;c,d', ','],
    ['a;b;c,d', ';'],
    ['\ufeff\na\tb', '\t'],
    ['alone', ','],
  ])('%p is written with %p', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter);
  });
});

describe('a text of which some lines are broken', () => {
  it('loses those and no others', () => {
    const text = 'id,en\n1,a\n2,"b\n3,c\n4,"d"\n5,e\n"6,f\n7,"g\nh"\n8,i';
    const { lines, broken } = readCsvAroundBreaks(text, relaxed);
    expect(broken.map(({ line }) => line)).toEqual([3, 7]);
    expect(lines.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'id', 'en'],
      [2, '1', 'a'],
      [4, '3', 'c'],
      [5, '4', 'd'],
      [6, '5', 'e'],
      [8, '7', 'g\nh'],
      [10, '8', 'i'],
    ]);
  });

  it('may have quotes within its cells', () => {
    const { lines, broken } = readCsvAroundBreaks('id,en\n1,5" screens\n2,say "yes"', relaxed);
    expect(broken).toEqual([]);
    expect(lines.map(({ cells }) => cells[1])).toEqual(['en', '5" screens', 'say "yes"']);
  });

  it('may not where quotes are strict', () => {
    const { lines, broken } = readCsvAroundBreaks('id,en\n1,5" screens\n2,"say" yes\n3,"a"', commas);
    expect(broken.map(({ line }) => line)).toEqual([2, 3]);
    expect(lines.map(({ cells }) => cells[1])).toEqual(['en', 'a']);
  });

  it('is refused once too much of it is broken', () => {
    const broken = `id,en\n${'1,"a\n'.repeat(1_500)}`;
    expect(() => readCsvAroundBreaks(broken, relaxed)).toThrow(UnreadableCsv);
    expect(() => readCsvAroundBreaks(broken, relaxed)).toThrow(/^Line 502: More than 500/);
  });
});
