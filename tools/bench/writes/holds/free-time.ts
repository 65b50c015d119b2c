import type { Slot } from '#domain';

const hourMs = 3_600_000;
const hours = 24 * 340;
/** Has no divisor in common with the number of hours: steps of it come to each hour once, far from the one before. */
export const stride = 37;
const begin = Math.ceil(Date.now() / (24 * hourMs)) * 24 * hourMs + 24 * hourMs;

/** At whose beginning, in UTC, the hours begin. */
export const dayOfHours = new Date(begin).toISOString().slice(0, 10);
export const hoursOfAnAssistant = hours;

/** The nth hour of an assistant's time, in an order that spreads bookings over most of a year. */
export function hourOf(n: number): Slot {
  const startMs = begin + ((n * stride) % hours) * hourMs;
  return { startAt: new Date(startMs).toISOString(), endAt: new Date(startMs + hourMs).toISOString() };
}
