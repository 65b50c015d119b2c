import type { KeptRecord } from '../../records/record.store.js';
import type { YearOfBooks } from '../pack-data.js';

/** An entry as a transaction: what it debits, above nothing, and credits. Its postings sum to nothing. */
export interface BookedEntry {
  readonly on: string;
  readonly title: string;
  readonly code: string | null;
  readonly postings: readonly (readonly [account: string, minor: number])[];
}

/** What was bought and sold, and how it was paid, in the order of the days. Lines of the bank are paid by entries, and are none. */
export const bookedEntries = ({ entries }: YearOfBooks): BookedEntry[] =>
  entries
    .filter(({ status, kind }) => status !== 'withdrawn' && kind !== 'bank-line')
    .flatMap(bookedEntry)
    .toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));

function bookedEntry(entry: KeptRecord): BookedEntry[] {
  const { kind, datedOn, documentNumber: code, netMinor, vatMinor, totalMinor, withheldMinor, paidOn } = entry;
  const title = [entry.counterpart, entry.description].filter((part) => part !== null).join(' | ');
  const account = `${kind === 'income' ? 'income' : 'expenses'}:${entry.category ?? 'uncategorised'}`;
  const of = { title, code };
  if (kind === 'mileage') {
    return [
      {
        ...of,
        on: datedOn,
        postings: [
          [account, netMinor],
          ['equity:owner:mileage', 0 - netMinor],
        ],
      },
    ];
  }
  const isIncome = kind === 'income';
  const sign = isIncome ? -1 : 1;
  const open = isIncome ? 'assets:receivable' : 'liabilities:payable';
  const tax = isIncome ? 'liabilities:vat:output' : 'assets:vat:input';
  const kept = isIncome ? 'assets:tax:withheld' : 'liabilities:tax:withheld';
  // Whoever pays keeps back what is owed to the tax office.
  const payable = totalMinor - withheldMinor;
  const booked: BookedEntry = {
    ...of,
    on: datedOn,
    postings: [
      [account, sign * netMinor],
      ...(vatMinor === 0 ? [] : [[tax, sign * vatMinor] as const]),
      ...(withheldMinor === 0 ? [] : [[kept, 0 - sign * withheldMinor] as const]),
      [open, 0 - sign * payable],
    ],
  };
  if (paidOn === null) return [booked];
  return [
    booked,
    {
      ...of,
      on: paidOn,
      postings: [
        [open, sign * payable],
        ['assets:bank', 0 - sign * payable],
      ],
    },
  ];
}
