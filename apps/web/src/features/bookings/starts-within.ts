const stepMs = 30 * 60_000;

/** When a booking of so many minutes can begin within free time: at half hours, and where a stretch begins. */
export function startsWithin(
  free: readonly { readonly startAt: string; readonly endAt: string }[],
  minutes: number,
): string[] {
  return free.flatMap(({ startAt, endAt }) => {
    const [first, last] = [Date.parse(startAt), Date.parse(endAt) - minutes * 60_000];
    const starts = [];
    for (let at = first; at <= last; at = Math.floor(at / stepMs + 1) * stepMs) starts.push(new Date(at).toISOString());
    return starts;
  });
}
