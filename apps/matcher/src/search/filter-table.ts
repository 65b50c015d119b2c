import type { ExclusionReason } from '#domain';
import type { AssistantBits, AssistantColumns } from './columns/assistant-columns.js';
import type { Thresholds } from './columns/thresholds.js';
import type { Layout } from './filter-kernel.js';

/** Indexes in the columns: bitmaps, bit-sliced indexes, posting lists, and the members of an agency. */
type ColumnIndex =
  | `bits.${keyof AssistantBits}`
  | `thresholds.${Extract<keyof Thresholds, 'cheapness' | 'clearance' | 'capacity'>}`
  | `profiles.${'speaking' | 'having' | 'offering'}`
  | 'agencies.members';

/** Where one hard filter of the domain is checked. The domain checks all of them once more for whoever is on a shortlist. */
export interface FilterRow {
  /** The index that answers the filter for many rows at once; null where only single rows can be looked at. */
  readonly index: ColumnIndex | null;
  /** The columns that decide for a single row, where the index leaves it undecided. */
  readonly values: readonly (keyof AssistantColumns)[];
  /** The slot of the kernel that the answer goes into; null where the kernel doesn't know the filter. */
  readonly kernelSlot: keyof Layout | null;
  /** Whether being in the slot means to fail the filter, rather than to pass it. */
  readonly slotFails?: true;
  /** Whether the kernel's answer is final. If not, it only rules out those who fail in any case. */
  readonly exactInKernel: boolean;
  /** Who looks at the rows that the kernel leaves. */
  readonly rows: 'ThresholdFilter' | 'FreeCapacity' | 'SharedTime' | null;
}

/**
 * Every hard filter, in the domain's order, which is that of the kernel's counts as well. A filter that the domain gets
 * doesn't compile here without a row; filter-table.spec.ts holds rows against the columns and the kernel as they are.
 */
export const filterTable = {
  'agency-inactive': { index: 'bits.active', values: [], kernelSlot: 'active', exactInKernel: true, rows: null },
  conflict: {
    index: 'agencies.members',
    values: [],
    kernelSlot: 'conflicting',
    slotFails: true,
    exactInKernel: true,
    rows: null,
  },
  clearance: {
    index: 'thresholds.clearance',
    values: ['clearedUntil'],
    kernelSlot: 'cleared',
    exactInKernel: true,
    rows: 'ThresholdFilter',
  },
  language: { index: 'profiles.speaking', values: [], kernelSlot: 'terms', exactInKernel: true, rows: null },
  skill: { index: 'profiles.having', values: [], kernelSlot: 'terms', exactInKernel: true, rows: null },
  rate: {
    index: 'thresholds.cheapness',
    values: ['amountMinor', 'currency'],
    kernelSlot: 'affordable',
    exactInKernel: true,
    rows: 'ThresholdFilter',
  },
  duties: { index: 'profiles.offering', values: [], kernelSlot: 'terms', exactInKernel: true, rows: null },
  capacity: {
    index: 'thresholds.capacity',
    values: ['capacityMinutes', 'busyAt', 'busyLength'],
    kernelSlot: 'withCapacity',
    exactInKernel: false,
    rows: 'FreeCapacity',
  },
  overlap: {
    index: null,
    values: ['glance', 'busyAt', 'busyLength', 'elsewhereAt', 'elsewhereLength', 'daysOffAt', 'daysOffLength'],
    kernelSlot: null,
    exactInKernel: false,
    rows: 'SharedTime',
  },
} as const satisfies Readonly<Record<ExclusionReason, FilterRow>>;

/** The filters that the kernel knows, in the order of its counts. */
export const kernelFilters = (Object.keys(filterTable) as ExclusionReason[]).filter(
  (reason) => filterTable[reason].kernelSlot !== null,
);
