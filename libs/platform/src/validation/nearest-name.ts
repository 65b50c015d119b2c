/**
 * The known name that is most like one that nobody knows, for whoever mistyped it; null where none is like it. Two letters that
 * changed places count as one mistake, and one mistake in three letters is the most that is taken for one.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.floor(Math.max(name.length, 3) / 3) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = distanceOf(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}

/** What is said of a name that isn't taken, with the one that is probably meant. */
export function notTaken(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === null ? 'This is not taken here.' : `This is not taken here: is ${nearest} meant?`;
}

/** By optimal string alignment: insertions, deletions, substitutions, and neighbours that changed places. */
function distanceOf(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + differs);
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length]!;
}
