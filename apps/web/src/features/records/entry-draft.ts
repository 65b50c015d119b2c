import type { components } from '@ajudant/client';
import { typedNumber } from '../../format/typed-number';
import type { Books, Entry, Reading } from './record-queries';
import { digitsOf } from '../../format/minor-units';

/** What is typed into the form of an entry. */
export interface Draft {
  readonly kind: Entry['kind'];
  readonly datedOn: string;
  readonly description: string;
  readonly counterpart: string;
  readonly counterpartVatId: string;
  readonly documentNumber: string;
  readonly category: string;
  readonly total: number | string;
  readonly rate: string;
  /** As the document states it; null where it follows from the rate. */
  readonly vatMinor: number | null;
  /** Share of the net amount that whoever pays keeps back, in basis points; empty where nobody does. */
  readonly withheldRate: string;
  /** As the document states it; null where it follows from the share. */
  readonly withheldMinor: number | null;
  readonly kilometres: number | string;
  readonly paidOn: string;
  readonly bankLineId: string | null;
  readonly corrects: string | null;
  readonly fileIds: readonly string[];
}

export const blank: Draft = {
  kind: 'expense',
  datedOn: '',
  description: '',
  counterpart: '',
  counterpartVatId: '',
  documentNumber: '',
  category: '',
  total: '',
  rate: '',
  vatMinor: null,
  withheldRate: '',
  withheldMinor: null,
  kilometres: '',
  paidOn: '',
  bankLineId: null,
  corrects: null,
  fileIds: [],
};

const decimalOf = (minor: number, currency: string): number => minor / 10 ** digitsOf(currency);

/** In basis points, as near as whole minor units tell. */
const shareOf = (part: number, whole: number): number => Math.round((part / whole) * 100) * 100;

/** An entry as it stands, to be changed. */
export const draftOf = (entry: Entry): Draft => ({
  kind: entry.kind,
  datedOn: entry.datedOn,
  description: entry.description,
  counterpart: entry.counterpart ?? '',
  counterpartVatId: entry.counterpartVatId ?? '',
  documentNumber: entry.documentNumber ?? '',
  category: entry.category ?? '',
  total: decimalOf(entry.totalMinor, entry.currency),
  rate: entry.vatRateBps === null ? '' : String(entry.vatRateBps),
  vatMinor: entry.vatMinor,
  withheldRate: entry.withheldMinor === 0 ? '' : String(shareOf(entry.withheldMinor, entry.netMinor)),
  withheldMinor: entry.withheldMinor === 0 ? null : entry.withheldMinor,
  kilometres: entry.distanceTenths === null ? '' : entry.distanceTenths / 10,
  paidOn: entry.paidOn ?? '',
  bankLineId: entry.bankLineId,
  corrects: entry.corrects,
  fileIds: entry.fileIds,
});

/** What puts an entry of a closed month right, dated today: how much more or less it is, is for the reader to say. */
export const correctionOf = (entry: Entry, today: string): Draft => ({
  ...draftOf(entry),
  datedOn: today,
  documentNumber: '',
  total: '',
  vatMinor: null,
  withheldRate: '',
  withheldMinor: null,
  kilometres: '',
  paidOn: '',
  bankLineId: null,
  corrects: entry.id,
  fileIds: [],
});

/** The entry that a line of the bank paid. */
export const paidBy = (line: Entry): Draft => ({
  ...blank,
  kind: line.totalMinor < 0 ? 'expense' : 'income',
  datedOn: line.datedOn,
  paidOn: line.datedOn,
  description: line.description,
  counterpart: line.counterpart ?? '',
  total: Math.abs(decimalOf(line.totalMinor, line.currency)),
  bankLineId: line.id,
});

/** What an electronic invoice says, one's own or somebody else's; nothing where it is in another currency than the books. */
export function draftRead(reading: Reading, books: Books, kind: Draft['kind']): Partial<Draft> {
  if (reading.currency !== books.currency) return {};
  const [other, otherVatId] =
    kind === 'income' ? [reading.customer, reading.customerVatId] : [reading.supplier, reading.supplierVatId];
  const { withheldMinor, netMinor } = reading;
  return {
    datedOn: reading.datedOn,
    documentNumber: reading.documentNumber,
    counterpart: other ?? '',
    counterpartVatId: otherVatId ?? '',
    description: other ?? reading.documentNumber,
    ...(withheldMinor !== 0 && { withheldMinor, withheldRate: String(shareOf(withheldMinor, netMinor)) }),
    total: decimalOf(reading.totalMinor, reading.currency),
    vatMinor: reading.vatMinor,
    rate: reading.vatRateBps !== null && books.vatRates.includes(reading.vatRateBps) ? String(reading.vatRateBps) : '',
  };
}

export function isReady({ kind, datedOn, description, total, kilometres }: Draft): boolean {
  const amount = typedNumber(kind === 'mileage' ? kilometres : total);
  return datedOn !== '' && description.trim() !== '' && amount !== null;
}

/** What a way counts, in minor units. */
export const mileageOf = ({ kilometres }: Draft, { mileageRateMinor }: Books): number =>
  Math.round((typedNumber(kilometres) ?? 0) * mileageRateMinor);

/** What whoever pays keeps back, in minor units: a share of the net amount. */
function withheldOf({ total, rate, vatMinor, withheldRate, withheldMinor }: Draft, { currency }: Books): number {
  if (withheldMinor !== null) return withheldMinor;
  const totalMinor = Math.round((typedNumber(total) ?? 0) * 10 ** digitsOf(currency));
  const vat = vatMinor ?? Math.round((totalMinor * Number(rate)) / (10_000 + Number(rate)));
  return Math.round(((totalMinor - vat) * Number(withheldRate)) / 10_000);
}

/** The entry as the API takes it. */
export function saidOf(draft: Draft, books: Books): components['schemas']['AmendRecordDto'] {
  const { currency } = books;
  const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  const { kind, datedOn, vatMinor, bankLineId, corrects } = draft;
  const [counterpart, documentNumber] = [given(draft.counterpart), given(draft.documentNumber)];
  const [category, paidOn, counterpartVatId] = [
    given(draft.category),
    given(draft.paidOn),
    given(draft.counterpartVatId),
  ];
  const amounts =
    kind === 'mileage'
      ? { distanceTenths: Math.round((typedNumber(draft.kilometres) ?? 0) * 10) }
      : {
          totalMinor: Math.round((typedNumber(draft.total) ?? 0) * 10 ** digitsOf(currency)),
          ...(draft.rate !== '' && { vatRateBps: Number(draft.rate) }),
          ...(vatMinor !== null && { vatMinor }),
          ...(draft.withheldRate !== '' && { withheldMinor: withheldOf(draft, books) }),
        };
  return {
    kind,
    datedOn,
    description: draft.description.trim(),
    ...amounts,
    fileIds: [...draft.fileIds],
    ...(counterpart !== null && { counterpart }),
    ...(counterpartVatId !== null && { counterpartVatId }),
    ...(documentNumber !== null && { documentNumber }),
    ...(category !== null && { category }),
    ...(paidOn !== null && { paidOn }),
    ...(bankLineId !== null && { bankLineId }),
    ...(corrects !== null && { corrects }),
  };
}
