/** A page of the usual length is read at once, with the row that says whether there is more. */
const firstPortion = 51;
/** Of a longer one no more is read once there is so much, as JSON has it: rows of other people's words may be large. */
const enoughBytes = 1_048_576;
/** What the portions behind the first come to, should their rows be as large as those before them. */
const portionBytes = enoughBytes / 4;

export interface RowsRead<Row> {
  readonly rows: readonly Row[];
  /** How many of them the page shows: all but the one that says that there is more. */
  readonly shown: number;
}

/**
 * Reads the rows of a page and one more, in portions, so that what is large ends a page before it fills the memory.
 * @param read gives the first rows after a place, in their order, at most `limit` of them
 */
export async function readInPortions<Row, Place>(
  limit: number,
  from: Place | null,
  read: (after: Place | null, limit: number) => Promise<readonly Row[]>,
  placeOf: (row: Row) => Place,
): Promise<RowsRead<Row>> {
  const rows: Row[] = [];
  let bytes = 0;
  let portion = firstPortion;
  let after = from;
  while (rows.length <= limit) {
    const wanted = Math.min(portion, limit + 1 - rows.length);
    const found = await read(after, wanted);
    rows.push(...found);
    if (found.length < wanted || rows.length > limit) break;
    bytes += JSON.stringify(found).length;
    portion = Math.max(firstPortion, Math.floor((portionBytes * rows.length) / bytes));
    if (bytes > enoughBytes) return { rows, shown: rows.length - 1 };
    after = placeOf(found.at(-1)!);
  }
  return { rows, shown: limit };
}
