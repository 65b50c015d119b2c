import type { Currency } from '../billing/money/currency.js';
import type { RecordKind } from './record.js';

export interface Names {
  readonly en: string;
  readonly es: string;
  readonly ca: string;
}

/** What money came in or went out for. `neutral` is neither: a transfer between one's own accounts, or what is private. */
export interface Category {
  readonly code: string;
  readonly kind: 'income' | 'expense' | 'neutral';
  readonly names: Names;
}

/** Which amounts of which entries a box adds up. */
export interface BoxSum {
  readonly of: 'net' | 'vat' | 'total' | 'withheld';
  readonly kinds: readonly RecordKind[];
  /** Only what has tax in it. */
  readonly taxed?: boolean;
  /** Basis points; all rates without. */
  readonly rates?: readonly number[];
  /** Codes; all categories without. */
  readonly categories?: readonly string[];
}

/** A box of a tax return: a sum over entries, or one of other boxes. */
export interface Box {
  readonly box: string;
  readonly names: Names;
  readonly sum?: BoxSum;
  readonly plus?: readonly string[];
  readonly minus?: readonly string[];
  /** What was above nothing in this box in the periods of the same year before this one. */
  readonly ofEarlier?: string;
  /** Share of what was added up, in basis points. */
  readonly shareBps?: number;
  /** What is below nothing counts as nothing. */
  readonly atLeastZero?: boolean;
}

/** Tax offices go by the calendar, whenever a business begins its year; `quarter-to-date` adds up from the first of January. */
export const returnPers = ['quarter', 'quarter-to-date', 'calendar-year', 'fiscal-year'] as const;
export type ReturnPer = (typeof returnPers)[number];

/** A form of a tax office, as figures to copy. */
export interface TaxReturn {
  readonly code: string;
  readonly names: Names;
  readonly per: ReturnPer;
  /** Which entries belong into one of its boxes: all, or those that have tax in them. */
  readonly covers: 'all' | 'taxed';
  /** Where the rule stands. */
  readonly source: string;
  readonly boxes: readonly Box[];
}

/** How long books have to be kept, and where that is said. */
export interface Retention {
  readonly years: number;
  readonly source: string;
}

/** The categories, returns and terms of a country. */
export interface Chart {
  readonly code: string;
  readonly names: Names;
  /** Businesses of this country begin with it; null for the one that all others begin with. */
  readonly countryCode: string | null;
  readonly currency: Currency;
  /** `MM-DD` */
  readonly fiscalYearStartsOn: string;
  /** Basis points, the usual first. */
  readonly vatRates: readonly number[];
  /** Basis points of income tax that payers keep back and pay for whom they owe, the usual first; none where nobody does. */
  readonly withholdingRates: readonly number[];
  /** Of an own vehicle, minor units for each kilometre. */
  readonly mileageRateMinor: number;
  readonly source: string;
  readonly retention: Retention;
  /** How long it has to be shown that somebody was erased who asked for it. */
  readonly erasureRetention: Retention;
  readonly categories: readonly Category[];
  readonly returns: readonly TaxReturn[];
}

export const categoryOf = (chart: Chart, code: string | null): Category | null =>
  chart.categories.find((category) => category.code === code) ?? null;

/** The chart that a business begins with. */
export const chartOfCountry = (charts: readonly Chart[], countryCode: string): Chart =>
  charts.find((chart) => chart.countryCode === countryCode) ?? charts.find((chart) => chart.countryCode === null)!;
