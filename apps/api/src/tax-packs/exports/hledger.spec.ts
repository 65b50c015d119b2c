import { type Currency, minorUnitDigits } from '#domain';
import { chartOf } from '#knowledge/charts';
import { parse } from 'csv-parse/sync';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptRecord } from '../../records/record.store.js';
import { aKeptRecord } from '../../testing/kept-records.js';
import type { PackedPosting, YearOfBooks } from '../pack-data.js';
import { type BookedEntry, bookedEntries } from './booked-entry.js';
import { journals, ownLedger } from './journals.js';

// hledger is a program of its own, which Debian has (`apt-get install hledger`); where it isn't, nobody can be asked how it reads.
const hledger = (...args: string[]) =>
  spawnSync('hledger', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1_024 * 1_024,
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
const isThere = hledger('--version').status === 0;
const many = Number(process.env['AJUDANT_PROPERTY_CASES'] ?? 1_000);
const folder = mkdtempSync(join(tmpdir(), 'ajudant-hledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

(isThere ? describe : describe.skip)('a year of books, as hledger reads it', () => {
  for (const currency of ['EUR', 'JPY', 'KWD'] as const) {
    it(`comes to the same on each account, in ${currency}`, () => {
      const year = aYearIn(currency);
      expect(balancesOf(year, 'hledger.journal')).toEqual(oursOf(bookedEntries(year)));
    });

    it(`comes to the same on each account at the marketplace, in ${currency}`, () => {
      const year = aYearIn(currency);
      expect(balancesOf(year, 'hledger-ajudant.journal')).toEqual(oursOf(ownLedger(year.postings)));
    });
  }
});

/** In minor units. */
function balancesOf(year: YearOfBooks, name: string): Record<string, number> {
  const { currency } = year.books.chart;
  const file = join(folder, `${currency}-${name}`);
  writeFileSync(file, [...journals(year)].find(({ path }) => path === `exports/${name}`)!.text);
  const said = hledger('-f', file, 'balance', '--flat', '--no-total', '-E', '-O', 'csv');
  if (said.status !== 0) throw new Error(said.stderr);
  const rows = parse(said.stdout, { columns: true }) as { account: string; balance: string }[];
  return Object.fromEntries(
    rows.map(({ account, balance }) => [
      account,
      Math.round(Number(balance.replaceAll(/[^0-9.-]/g, '')) * 10 ** minorUnitDigits[currency]),
    ]),
  );
}

function oursOf(booked: readonly BookedEntry[]): Record<string, number> {
  const ours = new Map<string, number>();
  for (const [account, minor] of booked.flatMap(({ postings }) => postings)) {
    ours.set(account, (ours.get(account) ?? 0) + minor);
  }
  return Object.fromEntries(ours);
}

function aYearIn(currency: Currency): YearOfBooks {
  const chart = { ...chartOf('es-pgc-pymes')!, currency };
  const period = { from: '2025-01-01', to: '2025-12-31' };
  const books = {
    businessId: 'b',
    chart,
    fiscalYearStartsOn: '01-01',
    timeZone: 'UTC',
    businessName: 'Forn',
    version: 1,
  };
  const entries = Array.from({ length: many }, (_, index) => anEntry(index, currency));
  const postings = Array.from({ length: many }, (_, index) => aPosting(index, currency));
  return { books, period, entries, earlier: [], documents: [], gaps: [], invoices: [], postings };
}

function aPosting(index: number, currency: Currency): PackedPosting {
  const [fact, purpose] = (
    [
      ['receiptAssigned', 'prepaid'],
      ['invoiceIssued', 'receivable'],
      ['reminderFeeCharged', 'receivable'],
    ] as const
  )[index % 3]!;
  const occurredAt = new Date(Date.UTC(2025, 0, 1 + (index % 365))).toISOString().replace('.000', '');
  const amountMinor = String(((index * 7_919) % 2_000_003) - 50_000);
  return {
    on: occurredAt.slice(0, 10),
    occurredAt,
    fact,
    reference: `${fact}:${index}`,
    purpose,
    currency,
    amountMinor,
  };
}

/** The same ones in each run. */
function anEntry(index: number, currency: Currency): KeptRecord {
  const kind = (['income', 'expense', 'mileage'] as const)[index % 3]!;
  const netMinor = ((index * 7_919) % 2_000_003) - 50_000;
  const vatMinor = kind === 'mileage' ? 0 : Math.round((netMinor * 21) / 100);
  const day = new Date(Date.UTC(2025, 0, 1 + (index % 365))).toISOString().slice(0, 10);
  return aKeptRecord({
    id: `0197a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    filedAt: `${day}T10:00:00.000Z`,
    kind,
    datedOn: day,
    description: `Entry; ${index}`,
    counterpart: index % 4 === 0 ? null : 'Farines, Roca | Fills',
    documentNumber: `F-${index}`,
    category: kind === 'income' ? '700' : index % 2 === 0 ? '600' : '629',
    currency,
    netMinor,
    vatMinor,
    totalMinor: netMinor + vatMinor,
    vatRateBps: 2_100,
    paidOn: index % 5 === 0 ? null : day,
    distanceTenths: kind === 'mileage' ? 100 : null,
  });
}
