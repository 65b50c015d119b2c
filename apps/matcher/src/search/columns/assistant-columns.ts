/** What is kept of each assistant in arrays, one place per row: struct of arrays, so that a scan touches little memory. */
const columnTypes = {
  /** Row of the agency, and the assistants before and after this one in the agency's list (-1: none). */
  agency: Uint32Array,
  previous: Int32Array,
  next: Int32Array,
  calendarVersion: Uint32Array,
  capacityMinutes: Uint16Array,
  amountMinor: Float64Array,
  currency: Uint8Array,
  /** Milliseconds since 1970. */
  listedAt: Float64Array,
  /** The last whole UTC minute at which the clearance holds; -1 without one. */
  clearedUntil: Int32Array,
  reviewCount: Uint32Array,
  scoreSum: Uint32Array,
  workRuns: Uint32Array,
  workOnTime: Uint32Array,
  /**
   * What bounds are worked out from, packed side by side so that a candidate costs one miss of the cache: the calendar, and
   * then the bin of the price above the units of the static score, in a byte.
   */
  glance: Uint32Array,
  /** Where the list of what they can do begins (see ProfilePostings). */
  profileAt: Uint32Array,
  /** Where booked time begins, as pairs of UTC minutes, and how many numbers it is. */
  busyAt: Uint32Array,
  busyLength: Uint32Array,
  /** Where the time begins in which they are busy outside of the marketplace, as booked time does. */
  elsewhereAt: Uint32Array,
  elsewhereLength: Uint32Array,
  /** Where the days off begin, as pairs of day counts, both included, and how many numbers they are. */
  daysOffAt: Uint32Array,
  daysOffLength: Uint16Array,
} as const;

/** Numbers of a row in `glance`. */
export const glanceWidth = 2;

type ColumnTypes = typeof columnTypes;
export type AssistantColumns = { [Name in keyof ColumnTypes]: InstanceType<ColumnTypes[Name]> };

const columnNames = Object.keys(columnTypes) as readonly (keyof ColumnTypes)[];

/** Columns with room for so many rows, beginning with those of others. */
export function columnsFor(rows: number, before?: AssistantColumns): AssistantColumns {
  const made = Object.fromEntries(
    columnNames.map((name) => {
      const column = new columnTypes[name](name === 'glance' ? glanceWidth * rows : rows);
      if (before !== undefined) column.set(before[name]);
      return [name, column];
    }),
  );
  return made as AssistantColumns;
}

/** One bit for each assistant. */
export interface AssistantBits {
  /** The row is somebody's. */
  readonly listed: Int32Array;
  /** The agency is verified. */
  readonly active: Int32Array;
  readonly instantBooking: Int32Array;
  /** May be a newcomer: has few reviews, and was listed not long before the time that `keepUp` was told last. */
  readonly newcomers: Int32Array;
}

export function bitsFor(words: number, before?: AssistantBits): AssistantBits {
  const widened = (bits?: Int32Array): Int32Array => {
    const wider = new Int32Array(words);
    if (bits !== undefined) wider.set(bits.subarray(0, words));
    return wider;
  };
  return {
    listed: widened(before?.listed),
    active: widened(before?.active),
    instantBooking: widened(before?.instantBooking),
    newcomers: widened(before?.newcomers),
  };
}

export function setBit(bits: Int32Array, row: number, on: boolean): void {
  if (on) bits[row >>> 5]! |= 1 << (row & 31);
  else bits[row >>> 5]! &= ~(1 << (row & 31));
}

export const hasBit = (bits: Int32Array, row: number): boolean => ((bits[row >>> 5]! >>> (row & 31)) & 1) === 1;

export const calendarOf = ({ glance }: AssistantColumns, row: number): number => glance[glanceWidth * row]!;
