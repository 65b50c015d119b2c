import { demand, type Policy, uphold } from '../policy.js';
import { addDays, assertLocalDate } from '../time/local-date.js';
import { mileageMinor } from './amounts.js';
import { categoryOf, type Chart } from './chart.js';
import { monthOf, type RecordContent, type RecordEntry, type RecordSide, type RecordStatus } from './record.js';

/** What is known beside the entry when somebody files or changes one. */
export interface RecordContext {
  readonly chart: Chart;
  readonly by: RecordSide;
  /** Local date of the business. */
  readonly today: string;
  /** `YYYY-MM` of those that are closed, as far as the entry touches any. */
  readonly closedMonths: ReadonlySet<string>;
  /** What it corrects, where it does. */
  readonly corrected: Pick<RecordEntry, 'id' | 'datedOn' | 'status'> | null;
}

export const recordBounds = {
  files: 10,
  yearsBack: 12,
  amountMinor: 1_000_000_000_00,
  /** Of a business in a year of the calendar, lines of the bank among them: what is worked out from all of them stays bounded. */
  entriesAYear: 100_000,
  distanceTenths: 100_000,
} as const;

type Filing = RecordContext & { readonly content: RecordContent };

const isDated: Policy<Filing> = ({ content: { datedOn }, today }) => {
  assertLocalDate(datedOn, ['datedOn']);
  // Somewhere it is tomorrow already.
  demand(datedOn <= addDays(today, 1), 'record.in-the-future', { at: ['datedOn'] });
  const oldest = `${Number(today.slice(0, 4)) - recordBounds.yearsBack}-01-01`;
  demand(datedOn >= oldest, 'record.too-old', { at: ['datedOn'], oldest });
};

const isInAnOpenMonth: Policy<Filing> = ({ content: { datedOn }, closedMonths }) =>
  demand(!closedMonths.has(monthOf(datedOn)), 'record.month-closed', { at: ['datedOn'], month: monthOf(datedOn) });

const correctsWhatIsClosed: Policy<Filing> = ({ content: { corrects }, corrected, closedMonths }) => {
  if (corrects === null) return;
  demand(corrected !== null && corrected.status !== 'withdrawn', 'record.not-found', { at: ['corrects'] });
  demand(closedMonths.has(monthOf(corrected.datedOn)), 'record.still-open', { at: ['corrects'] });
};

const addsUp: Policy<Filing> = ({ content: { netMinor, vatMinor, totalMinor } }) => {
  for (const [name, amount] of Object.entries({ netMinor, vatMinor, totalMinor })) {
    const fits = Number.isSafeInteger(amount) && Math.abs(amount) <= recordBounds.amountMinor;
    demand(fits, 'record.amount-out-of-range', { at: [name] });
  }
  demand(netMinor + vatMinor === totalMinor, 'record.does-not-add-up', { at: ['totalMinor'] });
  demand(totalMinor !== 0, 'record.amount-out-of-range', { at: ['totalMinor'] });
};

const withholdsAPart: Policy<Filing> = ({ content: { kind, netMinor, withheldMinor } }) => {
  if (withheldMinor === 0) return;
  const at = ['withheldMinor'];
  demand(kind === 'income' || kind === 'expense', 'record.nothing-to-withhold', { at });
  const isAPart = Math.sign(withheldMinor) === Math.sign(netMinor) && Math.abs(withheldMinor) <= Math.abs(netMinor);
  demand(Number.isSafeInteger(withheldMinor) && isAPart, 'record.withholds-too-much', { at });
};

const isInTheCurrencyOfTheBooks: Policy<Filing> = ({ content: { currency }, chart }) =>
  demand(currency === chart.currency, 'record.other-currency', { at: ['currency'], currency: chart.currency });

const hasACategoryOfItsKind: Policy<Filing> = ({ content: { category: code, kind }, chart }) => {
  if (code === null) return;
  const category = categoryOf(chart, code);
  demand(category !== null, 'record.unknown-category', { at: ['category'] });
  const kinds = kind === 'bank-line' ? ['neutral'] : [kind === 'income' ? 'income' : 'expense'];
  demand(kinds.includes(category.kind), 'record.category-of-another-kind', { at: ['category'], kind });
};

const paysWhenItCan: Policy<Filing> = ({ content: { paidOn, kind }, today }) => {
  if (paidOn === null) return;
  assertLocalDate(paidOn, ['paidOn']);
  demand(paidOn <= addDays(today, 1), 'record.in-the-future', { at: ['paidOn'] });
  demand(kind !== 'bank-line', 'record.bank-line-is-paid', { at: ['paidOn'] });
};

const hasFiles: Policy<Filing> = ({ content: { fileIds } }) =>
  demand(fileIds.length <= recordBounds.files, 'record.too-many-files', {
    at: ['fileIds'],
    atMost: recordBounds.files,
  });

const isAWay: Policy<Filing> = ({ content: { kind, distanceTenths, netMinor, vatMinor }, chart }) => {
  demand((kind === 'mileage') === (distanceTenths !== null), 'record.distance-missing', { at: ['distanceTenths'] });
  if (distanceTenths === null) return;
  const fits = distanceTenths > 0 && distanceTenths <= recordBounds.distanceTenths;
  demand(fits, 'record.distance-out-of-range', { at: ['distanceTenths'] });
  demand(netMinor === mileageMinor(distanceTenths, chart) && vatMinor === 0, 'record.does-not-add-up', {
    at: ['netMinor'],
  });
};

const policies: readonly Policy<Filing>[] = [
  isDated,
  isInAnOpenMonth,
  correctsWhatIsClosed,
  isInTheCurrencyOfTheBooks,
  isAWay,
  addsUp,
  withholdsAPart,
  hasACategoryOfItsKind,
  paysWhenItCan,
  hasFiles,
];

/** Whether there is room for more entries in a year. @throws DomainError `record.too-many-entries` */
export const assertRoom = (known: number, more: number, year: string): void =>
  demand(known + more <= recordBounds.entriesAYear, 'record.too-many-entries', {
    at: ['datedOn'],
    atMost: recordBounds.entriesAYear,
    year,
  });

/**
 * Files an entry. What the agency files waits for the business; what the business files itself is reviewed by that.
 * @throws DomainError `record.…` naming the field
 */
export function fileRecord(
  content: RecordContent,
  context: RecordContext,
): Extract<RecordStatus, 'filed' | 'reviewed'> {
  uphold(policies, { ...context, content });
  return context.by === 'business' ? 'reviewed' : 'filed';
}

/**
 * Changes what an entry says, as long as its month is open. The agency changes what waits or was returned; after that only the
 * business does.
 * @throws DomainError `record.…`
 */
export function amendRecord(entry: RecordEntry, content: RecordContent, context: RecordContext): RecordStatus {
  assertOpen(entry, context);
  demand(content.kind === entry.kind, 'record.kind-stays', { at: ['kind'] });
  if (context.by === 'agency') demand(entry.status !== 'reviewed', 'record.reviewed-already');
  return fileRecord(content, context);
}

/** The business takes what was filed into its books. @throws DomainError `record.…` */
export function reviewRecord(entry: RecordEntry, context: Pick<RecordContext, 'closedMonths'>): void {
  assertOpen(entry, context);
  demand(entry.status === 'filed', 'record.not-waiting', { status: entry.status });
  demand(entry.category !== null || entry.kind === 'bank-line', 'record.without-category', { at: ['category'] });
}

/** The business gives back what isn't right. @throws DomainError `record.…` */
export function returnRecord(entry: RecordEntry, context: Pick<RecordContext, 'closedMonths'>): void {
  assertOpen(entry, context);
  demand(entry.status === 'filed' || entry.status === 'reviewed', 'record.not-waiting', { status: entry.status });
}

/** Takes a mistake out; it stays to be seen as withdrawn. @throws DomainError `record.…` */
export function withdrawRecord(entry: RecordEntry, context: Pick<RecordContext, 'closedMonths' | 'by'>): void {
  assertOpen(entry, context);
  if (context.by === 'agency') demand(entry.status !== 'reviewed', 'record.reviewed-already');
}

function assertOpen({ status, datedOn }: RecordEntry, { closedMonths }: Pick<RecordContext, 'closedMonths'>): void {
  demand(status !== 'withdrawn', 'record.withdrawn');
  demand(!closedMonths.has(monthOf(datedOn)), 'record.month-closed', { month: monthOf(datedOn) });
}
