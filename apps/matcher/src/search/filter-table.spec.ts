import { calendarFilters, type ExclusionReason, exclusionReasons } from '#domain';
import { SupplyColumns } from './columns/supply-columns.js';
import { FilterKernel } from './filter-kernel.js';
import { type FilterRow, filterTable, kernelFilters } from './filter-table.js';

const rows = Object.entries(filterTable) as [ExclusionReason, FilterRow][];
const inKernel = rows.filter(([, { kernelSlot }]) => kernelSlot !== null);

describe('the table of filters', () => {
  it('has a row for each hard filter of the domain, in its order', () => {
    expect(rows.map(([reason]) => reason)).toEqual([...exclusionReasons]);
  });

  it('leaves to single rows the filters that the domain says need a look into a calendar, and no others', () => {
    expect(rows.filter(([, row]) => !row.exactInKernel).map(([reason]) => reason)).toEqual([...calendarFilters]);
  });

  it('names indexes and columns that the supply has', () => {
    const supply = new SupplyColumns({ asOf: '2026-02-01', inEuro: {} });
    for (const [, { index, values }] of rows) {
      const [owner, name] = (index ?? 'bits.listed').split('.') as [keyof SupplyColumns, string];
      expect((supply[owner] as unknown as Record<string, unknown>)[name]).toBeDefined();
      for (const column of values) expect(supply.columns[column]).toBeDefined();
    }
  });

  const kernel = new FilterKernel();
  const { layout, run } = kernel;
  const words = 4;
  const everybody = 32 * words;
  const fill = (slot: number, on: boolean): void => void kernel.slot(slot).fill(on ? -1 : 0, 0, words);
  const isIn = (slot: number): boolean =>
    kernel
      .slot(slot)
      .subarray(0, words)
      .every((word) => word === -1);
  /** One language, one skill and one duty are asked for, one behind the other. */
  const terms: readonly ExclusionReason[] = ['language', 'skill', 'duties'];
  const slotOf = (reason: ExclusionReason, { kernelSlot }: FilterRow): number =>
    layout[kernelSlot!] + Math.max(0, terms.indexOf(reason));
  const failOnly = (failing: ExclusionReason): void => {
    kernel.reserve(layout.terms + terms.length);
    fill(layout.listed, true);
    for (const [reason, row] of inKernel) {
      const passes = reason !== failing;
      fill(slotOf(reason, row), row.slotFails ? !passes : passes);
    }
    run.clearCounts();
    run.applyHardFilters(words, 1, 1, 1);
  };

  it('names slots that the kernel has, none for two filters', () => {
    const slots = inKernel.map(([reason, row]) => slotOf(reason, row));
    expect(slots.filter((slot) => !Number.isInteger(slot))).toEqual([]);
    expect(new Set(slots).size).toBe(slots.length);
  });

  it.each(inKernel)('has the kernel exclude whoever fails %s alone, and count them in its place', (reason, row) => {
    failOnly(reason);
    const counts = kernelFilters.map((_, place) => run.countOf(place));
    expect(counts).toEqual(kernelFilters.map((other) => (other === reason ? everybody : 0)));
    expect(isIn(layout.passing)).toBe(false);
    expect(isIn(row.exactInKernel ? layout.failingOne : layout.shortOfCapacity)).toBe(true);
  });
});
