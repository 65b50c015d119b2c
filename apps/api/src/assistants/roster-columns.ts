import { isCurrency, minorUnitDigits } from '#domain';

/** A cell that can't be read; the message is the reason that the report tells. */
export class UnreadableCell extends Error {}

/** What a column is called, what stands in its cells, and which fields of a listing come of them. */
export interface RosterColumn {
  readonly name: string;
  readonly required: boolean;
  /** For the API's description. */
  readonly says: string;
  /** Reads a cell, trimmed. */
  readonly read: (cell: string) => unknown;
}

const text = (cell: string): string => cell;
/** What people write for the days, folded, from Monday on. */
const weekdays: readonly (readonly string[])[] = [
  ['mon', 'monday', 'lun', 'lunes', 'dl', 'dilluns'],
  ['tue', 'tuesday', 'mar', 'martes', 'dt', 'dimarts'],
  ['wed', 'wednesday', 'mie', 'miercoles', 'dc', 'dimecres'],
  ['thu', 'thursday', 'jue', 'jueves', 'dj', 'dijous'],
  ['fri', 'friday', 'vie', 'viernes', 'dv', 'divendres'],
  ['sat', 'saturday', 'sab', 'sabado', 'ds', 'dissabte'],
  ['sun', 'sunday', 'dom', 'domingo', 'dg', 'diumenge'],
];

export const rosterColumns: readonly RosterColumn[] = [
  { name: 'externalRef', required: true, says: 'your own number for the person; the import goes by it', read: text },
  { name: 'displayName', required: true, says: 'the name that is shown', read: text },
  { name: 'professionalTitle', required: true, says: 'what they call themselves', read: text },
  { name: 'countryCode', required: true, says: 'ISO 3166-1 code of two letters', read: text },
  { name: 'timeZone', required: true, says: 'IANA zone such as `Europe/Madrid`', read: text },
  { name: 'hourlyRate', required: true, says: 'with a point or a comma: `18.50`', read: text },
  { name: 'currency', required: true, says: 'ISO 4217 code', read: text },
  { name: 'skills', required: false, says: 'code and level, `spreadsheets:4|xero:3`', read: readSkills },
  { name: 'dutyCodes', required: false, says: 'codes, `inbox-triage|receipt-capture`', read: parts },
  { name: 'languages', required: false, says: 'language and level, `ca:C2|en:B2`', read: readLanguages },
  {
    name: 'weeklyHours',
    required: false,
    says: '`Mon-Fri 09:00-13:00|Sat 10:00-12:00`, in the zone of the line; days in Spanish and Catalan too, `Lun-Vie`, `Dl-Dv`',
    read: readWeeklyHours,
  },
  {
    name: 'daysOff',
    required: false,
    says: 'dates and ranges, `2026-08-01..2026-08-15|2026-12-24`',
    read: (cell) => parts(cell).map(readDaysOff),
  },
  { name: 'weeklyCapacityMinutes', required: false, says: 'minutes a week that can be booked', read: readInteger },
  { name: 'instantBooking', required: false, says: '`yes` or `no`', read: readYesOrNo },
];

/** Minor units of `18.50`, without ever being a floating-point number. */
export function readAmount(cell: string, currency: string): number {
  if (!isCurrency(currency)) throw new UnreadableCell(`${currency} is not a currency that the marketplace takes.`);
  const digits = minorUnitDigits[currency];
  const match = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(cell);
  const decimals = match?.[2] ?? '';
  if (!match || decimals.length > digits) {
    throw new UnreadableCell(`An amount in ${currency} is written with at most ${digits} decimals and no separators.`);
  }
  return Number(`${match[1]}${decimals.padEnd(digits, '0')}`);
}

function parts(cell: string): string[] {
  return cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readSkills(cell: string): object[] {
  return parts(cell).map((part) => {
    const match = /^([^\s:]+)\s*:\s*(\d)$/.exec(part);
    if (!match) throw new UnreadableCell(`A skill is written as code:level, for example xero:3; not as ${part}.`);
    return { skillCode: match[1], level: Number(match[2]) };
  });
}

function readLanguages(cell: string): object[] {
  return parts(cell).map((part) => {
    const match = /^([a-z]{2})\s*:\s*([A-C][12])$/i.exec(part);
    if (!match) throw new UnreadableCell(`A language is written as code:level, for example ca:C2; not as ${part}.`);
    return { language: match[1]!.toLowerCase(), level: match[2]!.toUpperCase() };
  });
}

const hoursPattern = /^(\p{L}+)\.?(?:\s*[-–]\s*(\p{L}+)\.?)?\s+(\d?\d:\d\d)\s*[-–]\s*(\d?\d:\d\d)$/u;

function readWeeklyHours(cell: string): object[] {
  return parts(cell).flatMap((part) => {
    const [, from = '', to = from, start = '', end = ''] = hoursPattern.exec(part) ?? [];
    const [first, last] = [weekdayOf(from), weekdayOf(to)];
    if (first === 0 || last < first) {
      throw new UnreadableCell(
        `Hours are written as Mon-Fri 09:00-13:00, Lun-Vie 09:00-13:00 or Ds 10:00-12:00; not as ${part}.`,
      );
    }
    const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return days.map((weekday) => ({ weekday, start: start.padStart(5, '0'), end: end.padStart(5, '0') }));
  });
}

/** From 1 for Monday; 0 for what is no day. */
function weekdayOf(name: string): number {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return weekdays.findIndex((names) => names.includes(plain)) + 1;
}

function readDaysOff(part: string): object {
  const match = /^(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?$/.exec(part);
  if (!match) throw new UnreadableCell(`Days off are written as 2026-08-01..2026-08-15 or 2026-12-24; not as ${part}.`);
  return { from: match[1], to: match[2] ?? match[1] };
}

/** 0 for an emptied cell. */
function readInteger(cell: string): number {
  if (cell === '') return 0;
  if (!/^\d{1,6}$/.test(cell)) throw new UnreadableCell('This takes a whole number.');
  return Number(cell);
}

function readYesOrNo(cell: string): boolean {
  const answer = cell.toLowerCase();
  if (['yes', 'true', '1', 'si', 'sí'].includes(answer)) return true;
  if (['no', 'false', '0', ''].includes(answer)) return false;
  throw new UnreadableCell('This takes yes or no.');
}
