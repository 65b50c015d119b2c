import type { KeptRecord } from '../../records/record.store.js';
import { amountText } from '../amount-text.js';
import { numberOf, whoIn, withheldBps } from './said-of-entry.js';

/** Which side of the books: the counterpart's account, those of the tax and of what is kept back, whether it is charged, and what A3 calls it. */
const sides = {
  sold: { counterpart: '43000000', tax: '47700000', withheld: '47300000', direction: 'A', kind: '1' },
  bought: { counterpart: '40000000', tax: '47200000', withheld: '47510000', direction: 'C', kind: '2' },
} as const;
type Side = keyof typeof sides;

/** Before the end of the line. */
const recordLength = 254;
/** Of the company in A3: whoever imports chooses it there. */
const company = '00001';

/**
 * SUENLACE.DAT, by which A3 (a3ASESOR|con, a3ECO) takes in invoices: `Utilidades > Importar-Exportar > Enlace contable`. Lines of
 * 254 characters of Windows-1252 and an end of line: a head of kind 1 for each invoice, of kind 2 for one that takes back, and its tax as kind 9.
 */
export const suenlace = (bought: readonly KeptRecord[], sold: readonly KeptRecord[]): string =>
  [
    ...sold.flatMap((entry) => [head(entry, 'sold'), detail(entry, 'sold')]),
    ...bought.flatMap((entry) => [head(entry, 'bought'), detail(entry, 'bought')]),
  ]
    .map((line) => `${line}\r\n`)
    .join('');

const head = (entry: KeptRecord, side: Side): string =>
  record(entry, entry.totalMinor < 0 ? '2' : '1', [
    [16, 12, sides[side].counterpart],
    [28, 30, whoIn(entry)],
    [58, 1, sides[side].kind],
    [59, 10, lastOf(numberOf(entry), 10)],
    [69, 1, 'I'],
    [70, 30, entry.description],
    [100, 14, signed(entry.totalMinor, entry.currency)],
    [176, 14, entry.counterpartVatId ?? ''],
    [190, 40, whoIn(entry)],
    [237, 8, plainDate(entry.datedOn)],
    [245, 8, plainDate(entry.datedOn)],
  ]);

const detail = (entry: KeptRecord, side: Side): string =>
  record(entry, '9', [
    [16, 12, accountOf(entry)],
    [28, 30, entry.description],
    [58, 1, sides[side].direction],
    [59, 10, lastOf(numberOf(entry), 10)],
    [69, 1, 'U'],
    [70, 30, entry.description],
    // A transaction within the country; whoever imports changes those across borders.
    [100, 2, '01'],
    [102, 14, signed(entry.netMinor, entry.currency)],
    [116, 5, ((entry.vatRateBps ?? 0) / 100).toFixed(2).padStart(5, '0')],
    [121, 14, signed(entry.vatMinor, entry.currency)],
    [135, 5, '00.00'],
    [140, 14, signed(0, entry.currency)],
    [154, 5, (withheldBps(entry) / 100).toFixed(2).padStart(5, '0')],
    [159, 14, signed(entry.withheldMinor, entry.currency)],
    // It counts for form 347.
    [173, 2, '01'],
    [175, 1, entry.vatMinor === 0 ? 'N' : 'S'],
    [176, 1, 'N'],
    [192, 12, sides[side].tax],
    [216, 12, entry.withheldMinor === 0 ? '' : sides[side].withheld],
  ]);

/** A line by the places of its fields, counted from 1. */
function record({ datedOn }: KeptRecord, kind: string, fields: readonly (readonly [number, number, string])[]): string {
  const line = Array.from({ length: recordLength }, () => ' ');
  const put = (at: number, length: number, text: string): void => {
    const written = windows(text).slice(0, length);
    for (const [index, letter] of [...written].entries()) line[at - 1 + index] = letter;
  };
  const common = [
    [1, 1, '4'],
    [2, 5, company],
    [7, 8, plainDate(datedOn)],
    [15, 1, kind],
    [253, 1, 'E'],
    [254, 1, 'N'],
  ] as const;
  for (const [at, length, text] of [...common, ...fields]) put(at, length, text);
  return line.join('');
}

/** Of the plan's three digits, in as many as A3 begins with. */
const accountOf = ({ category, kind }: KeptRecord): string =>
  /^\d+$/.test(category ?? '') ? (category ?? '').padEnd(8, '0') : kind === 'income' ? '70000000' : '62900000';

const plainDate = (date: string): string => date.replaceAll('-', '');
const lastOf = (text: string, length: number): string => text.slice(-length);

/** `+0000000121.00`, fourteen characters. */
function signed(minor: number, currency: string): string {
  const [whole = '', fraction = '00'] = amountText(Math.abs(minor), currency).split('.');
  return `${minor < 0 ? '-' : '+'}${whole.padStart(10, '0')}.${fraction.padEnd(2, '0').slice(0, 2)}`;
}

/** What Windows-1252 and Latin-1 have in common; of other letters their base, or a question mark. */
const windows = (text: string): string =>
  [...text]
    .map((letter) => (isLatin(letter) ? letter : (letter.normalize('NFKD')[0] ?? '?')))
    .map((letter) => (isLatin(letter) ? letter : '?'))
    .join('');
const isLatin = (letter: string): boolean => /^[\u0020-\u007e\u00a0-\u00ff]$/.test(letter);
