import { errorCatalogue, type RejectedEnquiryDto, TellEnquiryDto } from '#contracts';
import { clockOf, DomainError, EnquiryMeasure, instantOf, minuteMs, type ResponseHours } from '#domain';
import { delimiterOf, readCsvAroundBreaks, UnreadableCsv } from '#platform/csv';
import { CompiledValidator } from '#platform/validation';
import { referenceOf } from '#text';

/** A file of enquiries, and by what it is read and measured. */
export interface EnquiryFile {
  readonly text: string;
  readonly form: 'csv' | 'ndjson';
  readonly hours: ResponseHours;
  readonly now: string;
}

/** Enquiries in columns, so that a hundred thousand are handed from thread to thread in a moment. */
export interface ReadEnquiries {
  readonly references: readonly string[];
  readonly openedMs: Float64Array;
  /** NaN while nobody has answered. */
  readonly answeredMs: Float64Array;
  readonly automatic: Uint8Array;
  readonly workingMinutes: Int32Array;
  readonly openedWeeks: Int32Array;
  readonly rejected: number;
  readonly rejectedLines: readonly RejectedEnquiryDto[];
}

export const maxEnquiryLines = 200_000;
const maxShownRejections = 200;
const columnNames = ['reference', 'openedAt', 'firstAnsweredAt', 'automatic'] as const;
const required: readonly string[] = ['reference', 'openedAt'];
const rules = CompiledValidator.of(TellEnquiryDto);

/** What stands on a line, or why nothing does. */
interface Line {
  readonly line: number;
  readonly said: object | string;
}

/**
 * Reads a file of enquiries and measures each. A line that can't be taken in is told with its reason and holds no other up.
 * @throws DomainError `enquiry-file.…` for what concerns the file as a whole
 */
export function readEnquiries({ text, form, hours, now }: EnquiryFile): ReadEnquiries {
  const measure = new EnquiryMeasure(hours);
  const taken: ReturnType<EnquiryMeasure['take']>[] = [];
  const rejections: RejectedEnquiryDto[] = [];
  const seen = new Set<string>();
  for (const { line, said } of form === 'csv' ? csvLines(text, hours.timeZone) : jsonLines(text)) {
    try {
      const enquiry = measure.take(enquiryOf(said), now);
      const key = `${enquiry.openedAt} ${enquiry.reference}`;
      if (seen.has(key)) throw new DomainError('enquiry-file.twice', { at: ['reference'] });
      seen.add(key);
      taken.push(enquiry);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      rejections.push({ line, ...rejectionOf(error) });
    }
  }
  return {
    references: taken.map(({ reference }) => reference),
    openedMs: Float64Array.from(taken, ({ openedAt }) => Date.parse(openedAt)),
    answeredMs: Float64Array.from(taken, ({ firstAnsweredAt }) => Date.parse(firstAnsweredAt ?? '')),
    automatic: Uint8Array.from(taken, ({ automatic }) => Number(automatic)),
    workingMinutes: Int32Array.from(taken, ({ workingMinutes }) => workingMinutes),
    openedWeeks: Int32Array.from(taken, ({ openedWeek }) => openedWeek),
    rejected: rejections.length,
    rejectedLines: rejections.sort((one, other) => one.line - other.line).slice(0, maxShownRejections),
  };
}

function enquiryOf(said: object | string) {
  if (typeof said === 'string') throw new DomainError(said);
  const { dto, findings } = rules.read(said, 'refuse');
  const [problem] = findings;
  if (problem) throw new DomainError('enquiry-file.bad-value', { at: problem.path, detail: problem.message });
  const { reference, openedAt, firstAnsweredAt = null, automatic = false } = dto;
  return { reference, openedAt, firstAnsweredAt, automatic };
}

const rejectionOf = ({ code, details }: DomainError): Omit<RejectedEnquiryDto, 'line'> => ({
  field: details.at === undefined ? null : String(details.at[0]),
  code,
  reason: sentence(String(details.detail ?? errorCatalogue[code]?.title ?? code)),
});

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

function jsonLines(text: string): Line[] {
  const lines = text
    .split('\n')
    .map((json, index) => ({ line: index + 1, json: json.trim() }))
    .filter(({ json }) => json !== '');
  demandCount(lines.length);
  return lines.map(({ line, json }) => ({ line, said: objectOf(json) }));
}

function objectOf(json: string): object | string {
  try {
    const value: unknown = JSON.parse(json, (_name, part: unknown) =>
      typeof part === 'string' ? referenceOf(part) : part,
    );
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : 'enquiry-file.broken-line';
  } catch {
    return 'enquiry-file.broken-line';
  }
}

function csvLines(text: string, timeZone: string): Line[] {
  const { lines, broken } = readCsv(text);
  const [header, ...records] = lines;
  if (header === undefined) throw new DomainError('enquiry-file.empty');
  const columns = columnsOf(header.cells);
  demandCount(records.length + broken.length);
  const read = records.map(({ line, cells }): Line => {
    if (cells.length !== columns.length) return { line, said: 'enquiry-file.column-count' };
    const filled = columns.map((column, at) => [column, referenceOf(cells[at] ?? '')] as const);
    return { line, said: saidOf(new Map(filled.filter(([, cell]) => cell !== '')), timeZone) };
  });
  return [...read, ...broken.map(({ line }): Line => ({ line, said: 'enquiry-file.broken-line' }))];
}

function readCsv(text: string): ReturnType<typeof readCsvAroundBreaks> {
  try {
    return readCsvAroundBreaks(text, {
      delimiter: delimiterOf(text),
      quotes: 'strict',
      maxRecords: maxEnquiryLines + 2,
    });
  } catch (error) {
    if (!(error instanceof UnreadableCsv)) throw error;
    throw new DomainError('enquiry-file.not-csv', { detail: error.message });
  }
}

function columnsOf(names: readonly string[]): string[] {
  const columns = names.map((name) => {
    const known = columnNames.find((column) => column.toLowerCase() === name.toLowerCase());
    if (known === undefined)
      throw new DomainError('enquiry-file.unknown-column', { detail: `The column "${name}" is not known.` });
    return known;
  });
  if (new Set(columns).size < columns.length) throw new DomainError('enquiry-file.column-twice');
  const missing = required.find((name) => !(columns as readonly string[]).includes(name));
  if (missing !== undefined)
    throw new DomainError('enquiry-file.missing-column', { detail: `The column ${missing} is missing.` });
  return columns;
}

function demandCount(lines: number): void {
  if (lines === 0) throw new DomainError('enquiry-file.empty');
  if (lines > maxEnquiryLines) throw new DomainError('enquiry-file.too-many-lines', { max: maxEnquiryLines });
}

const yesOrNo: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  '1': true,
  no: false,
  false: false,
  '0': false,
};

function saidOf(cells: ReadonlyMap<string, string>, timeZone: string): object {
  const automatic = cells.get('automatic');
  return {
    ...Object.fromEntries(cells),
    ...Object.fromEntries(
      ['openedAt', 'firstAnsweredAt'].flatMap((name) => {
        const cell = cells.get(name);
        return cell === undefined ? [] : [[name, instantOfCell(cell, timeZone)]];
      }),
    ),
    ...(automatic !== undefined && { automatic: yesOrNo[automatic.toLowerCase()] ?? automatic }),
  };
}

/** Help desks often write local times without their offset: those are the business's. */
function instantOfCell(cell: string, timeZone: string): string {
  const match = /^(\d{4}-\d\d-\d\d)[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(cell);
  const day = match === null ? Number.NaN : Date.parse(`${match[1]}T00:00:00Z`);
  if (match === null || Number.isNaN(day)) return cell;
  const minute = day / minuteMs + Number(match[2]) * 60 + Number(match[3]);
  return instantOf(clockOf(timeZone).toUtc(minute) * minuteMs + Number(match[4] ?? 0) * 1_000);
}
