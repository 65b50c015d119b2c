import { type Currency, minorUnitDigits } from '#domain';
import { amountText } from '../amount-text.js';
import type { PackedPosting, YearOfBooks } from '../pack-data.js';
import type { PackedText } from '../../archives/packed-text.js';
import { bookedEntries, type BookedEntry } from './booked-entry.js';

/** The entries by double entry, as hledger (https://hledger.org/hledger.html) and beancount (https://beancount.github.io) read them. */
export function* journals(year: YearOfBooks): Generator<PackedText> {
  yield { path: 'exports/hledger.journal', text: hledger(year) };
  yield { path: 'exports/beancount.beancount', text: beancount(year) };
  yield { path: 'exports/hledger-ajudant.journal', text: ledgerInHledger(year) };
}

const hledgerCommodity = (currency: Currency): string =>
  `commodity 1000.${'0'.repeat(minorUnitDigits[currency])} ${currency}\n`;

/**
 * The business's accounts at the marketplace, apart: what is charged there is among the entries already, as soon as somebody has filed the invoice.
 * What the other side of a transaction is, stands in the name of what has happened.
 */
function ledgerInHledger({ postings }: YearOfBooks): string {
  const currencies = [...new Set(postings.map(({ currency }) => currency))].toSorted();
  return [
    ...currencies.map(hledgerCommodity),
    ...ownLedger(postings).map(({ on, title, postings: lines, currency }) =>
      [
        `${on} * ${title}`,
        ...lines.map(([account, minor]) => `    ${account}  ${amountText(minor, currency)} ${currency}`),
        '',
      ].join('\n'),
    ),
  ].join('\n');
}

/** Transactions of the business with the marketplace, each of which sums to nothing. */
export function ownLedger(postings: YearOfBooks['postings']): (BookedEntry & { readonly currency: Currency })[] {
  const byTransaction = new Map<string, PackedPosting[]>();
  for (const posting of postings) {
    byTransaction.set(posting.reference, [...(byTransaction.get(posting.reference) ?? []), posting]);
  }
  return [...byTransaction.values()].map((own) => {
    const { on, fact, reference, currency } = own[0]!;
    const lines = own.map(({ purpose, amountMinor }) => [`ajudant:${purpose}`, Number(amountMinor)] as const);
    const rest = lines.reduce((total, [, minor]) => total + minor, 0);
    const other = rest === 0 ? [] : [[`ajudant:facts:${fact}`, -rest] as const];
    return { on, title: reference, code: null, currency, postings: [...lines, ...other] };
  });
}

function hledger(year: YearOfBooks): string {
  const { currency } = year.books.chart;
  const one = ({ on, title, code, postings }: BookedEntry): string => {
    // Brackets in front hold the number of a document, so that without one there are empty ones before words that begin with some.
    const number = code === null && !title.startsWith('(') ? '' : ` (${(code ?? '').replaceAll(/[();\n]/g, '')})`;
    // A semicolon would begin a comment, and a bar divides payee and note.
    const lines = postings.map(([account, minor]) => `    ${account}  ${amountText(minor, currency)} ${currency}`);
    return `${on} *${number} ${title.replaceAll(/[;\n]/g, ',')}\n${lines.join('\n')}\n`;
  };
  return [hledgerCommodity(currency), ...bookedEntries(year).map(one)].join('\n');
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
