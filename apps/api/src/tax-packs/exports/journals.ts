import { minorUnitDigits } from '#domain';
import { amountText } from '../amount-text.js';
import type { YearOfBooks } from '../pack-data.js';
import type { PackedText } from '../../archives/packed-text.js';
import { bookedEntries, type BookedEntry } from './booked-entry.js';

/** The entries by double entry, as hledger (https://hledger.org/hledger.html) and beancount (https://beancount.github.io) read them. */
export const journals = (year: YearOfBooks): PackedText[] => [
  { path: 'exports/hledger.journal', text: hledger(year) },
  { path: 'exports/beancount.beancount', text: beancount(year) },
];

function hledger(year: YearOfBooks): string {
  const { currency } = year.books.chart;
  const one = ({ on, title, code, postings }: BookedEntry): string => {
    const number = code === null ? '' : ` (${code.replaceAll(/[()\n]/g, '')})`;
    // A semicolon would begin a comment, and a bar divides payee and note.
    const lines = postings.map(([account, minor]) => `    ${account}  ${amountText(minor, currency)} ${currency}`);
    return `${on} *${number} ${title.replaceAll(/[;\n]/g, ',')}\n${lines.join('\n')}\n`;
  };
  return [
    `commodity 1000.${'0'.repeat(minorUnitDigits[currency])} ${currency}\n`,
    ...bookedEntries(year).map(one),
  ].join('\n');
}

function beancount(year: YearOfBooks): string {
  const { currency } = year.books.chart;
  const booked = bookedEntries(year);
  const accounts = [...new Set(booked.flatMap(({ postings }) => postings.map(([account]) => beanAccount(account))))];
  const from = booked.map(({ on }) => on).reduce((first, on) => (on < first ? on : first), year.period.from);
  const text = (words: string): string => `"${words.replaceAll(/["\\\n]/g, "'")}"`;
  const one = ({ on, title, postings }: BookedEntry): string =>
    `${on} * ${text(title)}\n${postings
      .map(([account, minor]) => `  ${beanAccount(account)}  ${amountText(minor, currency)} ${currency}`)
      .join('\n')}\n`;
  return [
    `option "operating_currency" "${currency}"\n`,
    `${accounts
      .toSorted()
      .map((account) => `${from} open ${account}`)
      .join('\n')}\n`,
    ...booked.map(one),
  ].join('\n');
}

/** Each part begins with a capital or a digit there. */
const beanAccount = (account: string): string =>
  account
    .split(':')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join(':');
