import { type Currency, minorUnitDigits } from '#domain';
import { chartOf } from '#knowledge/charts';
import { parse } from 'csv-parse/sync';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptRecord } from '../../apps/api/src/records/record.store.js';
import { type BookedEntry, bookedEntries } from '../../apps/api/src/tax-packs/exports/booked-entry.js';
import { journals, ownLedger } from '../../apps/api/src/tax-packs/exports/journals.js';
import type { PackedPosting, YearOfBooks } from '../../apps/api/src/tax-packs/pack-data.js';
import { aKeptRecord } from '../../apps/api/src/testing/kept-records.js';

/**
 * `npm run bench:hledger`: years of random entries, and of movements at the marketplace, as hledger reads them, in currencies with two, none and three decimals; its balances
 * have to be ours, to the unit. Needs hledger on the path (Debian has it).
 */
const many = 5_000;
const folder = mkdtempSync(join(tmpdir(), 'ajudant-hledger-'));
try {
  for (const currency of ['EUR', 'JPY', 'KWD'] as const) compare(currency);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function compare(currency: Currency): void {
  const year = aYearIn(currency);
  compareOne(year, 'hledger.journal', bookedEntries(year));
  compareOne(year, 'hledger-ajudant.journal', ownLedger(year.postings));
}

function compareOne(year: YearOfBooks, name: string, booked: readonly BookedEntry[]): void {
  const { currency } = year.books.chart;
  const file = join(folder, `${currency}-${name}`);
  writeFileSync(file, journals(year).find(({ path }) => path === `exports/${name}`)!.text);
  const begun = performance.now();
  const said = execFileSync('hledger', ['-f', file, 'balance', '--flat', '--no-total', '-E', '-O', 'csv'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1_024 * 1_024,
  });
  const theirs = new Map(
    (parse(said, { columns: true }) as { account: string; balance: string }[]).map(({ account, balance }) => [
      account,
      Math.round(Number(balance.replaceAll(/[^0-9.-]/g, '')) * 10 ** minorUnitDigits[currency]),
    ]),
  );
  const ours = new Map<string, number>();
  for (const [account, minor] of booked.flatMap(({ postings }) => postings)) {
    ours.set(account, (ours.get(account) ?? 0) + minor);
  }
  const wrong = [...ours].filter(([account, minor]) => (theirs.get(account) ?? 0) !== minor);
  if (wrong.length > 0 || theirs.size > ours.size) process.exitCode = 1;
  const took = ((performance.now() - begun) / 1_000).toFixed(1);
  console.log(
    `${currency} ${name}: ${booked.length} transactions, ${ours.size} accounts, ${wrong.length} of them otherwise in hledger (${took} s)`,
  );
  for (const [account, minor] of wrong) console.log(`  ${account}: ours ${minor}, theirs ${theirs.get(account)}`);
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
  return { books, period, entries, documents: [], gaps: [], invoices: [], postings };
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
