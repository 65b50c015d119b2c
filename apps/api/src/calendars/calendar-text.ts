import ICAL from 'ical.js';

/** In UTF-8 unless its first two bytes say otherwise; what they say is no part of it. */
export function calendarText(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Longer than any line of a calendar that has its attachments left out. */
const longestLine = 100_000;
/** What a property begins with (RFC 5545, 3.1): its name, and a parameter or a value. */
const property = /^[A-Za-z0-9-]+[;:]/;

/**
 * The calendars (RFC 5545) of a text; several may stand one after the other. Lines that mean nothing are left out: one of them in an
 * entry of many would take all the others with it.
 * @throws Error for what is no calendar, or ends in the middle of one
 */
export function calendarsIn(text: string): ICAL.Component[] {
  const calendars = parsed(text);
  if (calendars.some(({ name }) => name !== 'vcalendar')) throw new Error('this is not a calendar');
  return calendars;
}

function parsed(text: string): ICAL.Component[] {
  try {
    return componentsOf(text);
  } catch {
    return componentsOf(linesOf(text).filter(isUnderstood).join('\r\n'));
  }
}

function componentsOf(text: string): ICAL.Component[] {
  const found = ICAL.parse(text) as unknown as unknown[];
  if (found.length === 0) throw new Error('there is nothing in it');
  // One is given by itself: its name comes first.
  const all = typeof found[0] === 'string' ? [found] : found;
  return all.map((one) => new ICAL.Component(one as never));
}

/** A line that goes on in the next one, which begins with a blank, is one. */
const linesOf = (text: string): string[] =>
  text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line.length < longestLine);

function isUnderstood(line: string): boolean {
  if (!property.test(line)) return false;
  if (/^(?:BEGIN|END):/i.test(line)) return true;
  try {
    ICAL.Property.fromString(line);
    return true;
  } catch {
    return false;
  }
}
