import { assertLocalDate, assertTimeZone, demand, DomainError, endOfDay, normaliseInstant, startOfDay } from '#domain';

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** From when on something is asked for: an instant, or a local date, which begins with its first. */
export function fromOfQuery(text: string, timeZone: string): string {
  if (!isDate(text)) return normaliseInstant(text, ['from']);
  assertLocalDate(text, ['from']);
  return startOfDay(text, timeZone);
}

/** Up to when, which doesn't count any more: an instant, or a local date, of which the whole day counts. */
export function toOfQuery(text: string, timeZone: string): string {
  if (!isDate(text)) return normaliseInstant(text, ['to']);
  assertLocalDate(text, ['to']);
  return endOfDay(text, timeZone);
}

/** A time as a query gives it, in whole or in part. */
export interface QueriedTime {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** The instants of a time that is asked for; undefined where it has no end. @throws DomainError `time.…` */
export const spanOfQuery = ({ from, to, timeZone = 'UTC' }: QueriedTime) =>
  readingQuery(() => {
    assertTimeZone(timeZone, ['timeZone']);
    const span = { from: from && fromOfQuery(from, timeZone), to: to && toOfQuery(to, timeZone) };
    demandInOrder(span);
    return span;
  });

/** The same of whole dates, which need no zone. */
export const datesOfQuery = ({ from, to }: Omit<QueriedTime, 'timeZone'>) =>
  readingQuery(() => {
    for (const [name, date] of Object.entries({ from, to })) if (date !== undefined) assertLocalDate(date, [name]);
    demandInOrder({ from, to });
    return { from, to };
  });

const demandInOrder = ({ from, to }: Omit<QueriedTime, 'timeZone'>): void =>
  demand(from === undefined || to === undefined || from <= to, 'time.bad-range', { at: ['to'] });

/** Reads what a query asks for; a refusal of the domain names the parameter instead of a field of a body. */
export function readingQuery<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.at?.length !== 1) throw error;
    const { at, ...details } = error.details;
    throw new DomainError(error.code, { ...details, parameter: String(at[0]) });
  }
}
