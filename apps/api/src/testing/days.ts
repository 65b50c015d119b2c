import { addDays, localDate } from '#domain';
import type { Clock } from '#platform/clock';

/** The day so many ahead where an agreement has its days: in Madrid, unless said, where it may be tomorrow already. */
export const dayAheadOf = (clock: Clock, days: number, timeZone = 'Europe/Madrid'): string =>
  addDays(localDate(clock.now(), timeZone), days);
