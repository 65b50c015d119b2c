import { errorCatalogue, ListAssistantDto, type RejectedRosterLineDto } from '#contracts';
import { DomainError, type FieldPath } from '#domain';
import { CompiledValidator } from '#platform/validation';
import { listingOfDto } from './assistant.dto-mapping.js';
import type { AssistantChanges } from './edit-assistant.js';
import { readAmount, rosterColumns, UnreadableCell } from './roster-columns.js';
import type { RosterLine } from './roster-file.js';

/** Why a line isn't taken in. */
export type Rejection = Omit<RejectedRosterLineDto, 'line'>;

/** What a line says about an assistant: everything for a new one, and what the columns of the file hold for a known one. */
export interface ReadLine {
  readonly externalRef: string;
  readonly whole: ReturnType<typeof listingOfDto>;
  readonly changes: AssistantChanges;
  /** The cells, by column. */
  readonly cells: ReadonlyMap<string, string>;
}

/** What an assistant is drafted with where the file lacks the column. */
const whatIsLeftOut = {
  skills: [],
  dutyCodes: [],
  languages: [],
  weeklyHours: [],
  daysOff: [],
  weeklyCapacityMinutes: 0,
  instantBooking: false,
};

/** The rules that hold for a listing over HTTP as well. */
const listings = CompiledValidator.of(ListAssistantDto);

export function readLine({ cells }: RosterLine): ReadLine | Rejection {
  if ('code' in cells) return rejected(cells.code, null, null, cells.reason);
  const said: Record<string, unknown> = {};
  for (const { name, read } of rosterColumns) {
    const cell = cells.get(name);
    if (cell === undefined || name === 'currency') continue;
    try {
      said[name] = name === 'hourlyRate' ? readRate(cell, cells.get('currency') ?? '') : read(cell);
    } catch (error) {
      if (!(error instanceof UnreadableCell)) throw error;
      return rejected('roster.bad-value', name, cell, error.message);
    }
  }
  const { dto, findings } = listings.read({ ...whatIsLeftOut, ...said }, 'drop');
  const [problem] = findings;
  if (problem) {
    const column = columnOf(problem.path.slice(0, 1));
    return rejected('roster.bad-value', column, cells.get(column) ?? null, sentence(problem.message));
  }
  const whole = listingOfDto(dto);
  const listing = Object.fromEntries(Object.entries(whole.listing).filter(([field]) => field in said));
  const changes = { listing, daysOff: 'daysOff' in said ? whole.daysOff : undefined };
  return { externalRef: dto.externalRef ?? '', whole, changes, cells };
}

/** The domain's refusal of a line, told by the column that it concerns. */
export function rejectionOf({ code, details }: DomainError, written: ReadonlyMap<string, string>): Rejection {
  const { at } = details;
  const column = at === undefined ? null : columnOf(at);
  return rejected(code, column, column === null ? null : (written.get(column) ?? null));
}

/** So much of a cell is shown beside what is wrong with it. */
const shownLength = 100;

export const rejected = (code: string, field: string | null, written: string | null, reason?: string): Rejection => ({
  field,
  code,
  written: written === null ? null : written.slice(0, shownLength),
  reason: reason ?? `${errorCatalogue[code]?.title ?? code}.`,
});

const sentence = (message: string): string => (message.endsWith('.') ? message : `${message}.`);

const readRate = (cell: string, currency: string) => ({ amountMinor: readAmount(cell, currency), currency });

/** A rate is two columns in a roster and one field in a listing. */
const columnOf = ([field = '', part]: FieldPath): string =>
  field === 'hourlyRate' && part === 'currency' ? 'currency' : String(field);
