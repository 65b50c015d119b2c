/** What is read elsewhere may be away for a night; after a day somebody has to look. */
export const unreachableAfterHours = 24;

const firstRetryMinutes = 15;
const longestRetryMinutes = 6 * 60;

/** Minutes until something elsewhere is read again: a quarter of an hour, and longer each time that it fails. */
export const minutesToNextReading = (failures: number): number =>
  Math.min(firstRetryMinutes * 2 ** Math.min(failures, 10), longestRetryMinutes);
