import fc from 'fast-check';
import { cellsIn } from './corrections';

const at = (line: number, field: string | null) => ({ line, field });

describe('a roster that is put right', () => {
  const text = 'ref,name,zone\nA-1,"Ona, ""On"" Prat",Europe/Madird\n\nA-2,es,es\n';

  it('shows what stands in the cell of a line and column, without its quotes', () => {
    const { standingAt } = cellsIn(text);
    expect(standingAt(at(2, 'zone'))).toBe('Europe/Madird');
    expect(standingAt(at(2, 'NAME'))).toBe('Ona, "On" Prat');
    expect(standingAt(at(4, 'zone'))).toBe('es');
  });

  it('has no cell where a line or a column is missing, or the whole line is at fault', () => {
    const { standingAt } = cellsIn('ref,name\nA-1\n');
    expect([at(2, 'name'), at(3, 'ref'), at(2, 'zone'), at(2, null), at(1, 'ref')].map(standingAt)).toEqual(
      Array(5).fill(null),
    );
    expect(cellsIn('').standingAt(at(2, 'ref'))).toBeNull();
  });

  it('changes those cells and no other letter, also where another says the same', () => {
    const right = cellsIn(text).with(
      new Map([
        [at(2, 'zone'), 'Europe/Madrid'],
        [at(4, 'zone'), 'Europe/Lisbon'],
        [at(2, 'name'), 'Ona "On" Prat'],
      ]),
    );
    expect(right).toBe('ref,name,zone\nA-1,"Ona ""On"" Prat",Europe/Madrid\n\nA-2,es,Europe/Lisbon\n');
  });

  it('keeps to the sign that parts the cells, and to what Excel says of it', () => {
    expect(cellsIn('a;b\n1;2,5').with(new Map([[at(2, 'b'), '3;5']]))).toBe('a;b\n1;"3;5"');
    expect(cellsIn('sep=;\na,1;b\n1;2').with(new Map([[at(3, 'b'), '3']]))).toBe('sep=;\na,1;b\n1;3');
    expect(cellsIn('a\tb\n1\t').with(new Map([[at(2, 'b'), 'x|y']]))).toBe('a\tb\n1\tx|y');
  });

  it('goes on behind a quote that nobody closes, and over cells of several lines', () => {
    const broken = 'a,b\n1,"open\n2,"two\nlines"\n3,x\n';
    const { standingAt } = cellsIn(broken);
    expect([standingAt(at(5, 'b')), standingAt(at(2, 'b'))]).toEqual(['x', '"open']);
    expect(cellsIn('a,b\n2,"two\nlines"\n3,x\n').standingAt(at(4, 'b'))).toBe('x');
  });

  it('says in its cell what was said, whatever that is, and all else as before', () => {
    const cell = fc.string({ maxLength: 8 }).map((written) => written.replaceAll(/[\r\n]/g, ' ').trim());
    const line = (cells: readonly string[]) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(',');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        cell,
        fc.nat(),
        (rows, said, place) => {
          const changed = place % rows.length;
          const written = ['x,y', ...rows.map(([one, other]) => line([`r${one}`, other]))].join('\n');
          const { standingAt } = cellsIn(cellsIn(written).with(new Map([[at(changed + 2, 'y'), said]])));
          expect(rows.map((_, row) => standingAt(at(row + 2, 'y')))).toEqual(
            rows.map(([, other], row) => (row === changed ? said : other)),
          );
          expect(rows.map((_, row) => standingAt(at(row + 2, 'x')))).toEqual(rows.map(([one]) => `r${one}`));
        },
      ),
    );
  });
});
