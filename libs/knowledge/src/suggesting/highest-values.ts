/**
 * Takes a value into the highest that were seen of an entry.
 * @param highest an array for each place, the first for the highest; in each the value of every entry
 */
export function keepHighest(highest: readonly Float64Array[], entry: number, value: number): void {
  let pushed = value;
  for (const place of highest) {
    if (pushed > place[entry]!) [place[entry], pushed] = [pushed, place[entry]!];
  }
}
