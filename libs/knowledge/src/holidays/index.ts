import type { HolidayCalendar, HolidayLookup } from '#domain';
import { once, readEntries } from '../files/data-files.js';

type Days = Readonly<Record<string, readonly string[]>>;

interface CountryHolidays {
  readonly countryCode: string;
  /** `MM-DD` by year. */
  readonly years: Days;
  readonly regions: readonly {
    readonly code: string;
    readonly name: string;
    readonly added: Days;
    readonly absent: Days;
  }[];
}

/** Read when somebody asks for the first time: most services never do. */
const countries = once(
  () => new Map(readEntries<CountryHolidays>('holidays/public.json').map((country) => [country.countryCode, country])),
);
const known = new Map<string, ReadonlySet<string>>();

/** A country whose public holidays are known, and its regions where they differ. */
export interface KnownCalendar {
  readonly countryCode: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
}

export const knownCalendars = once((): readonly KnownCalendar[] =>
  [...countries().values()].map(({ countryCode, regions }) => ({
    countryCode,
    regions: regions.map(({ code, name }) => ({ code, name })),
  })),
);

export const isKnownCalendar = ({ countryCode, regionCode }: HolidayCalendar): boolean => {
  const country = countries().get(countryCode);
  return country !== undefined && (regionCode === null || country.regions.some(({ code }) => code === regionCode));
};

/** The local dates that are public holidays there, of all years that are known. */
export const publicHolidays: HolidayLookup = (calendar) => {
  const name = `${calendar.countryCode} ${calendar.regionCode ?? ''}`;
  const dates = known.get(name) ?? datesOf(calendar);
  known.set(name, dates);
  return dates;
};

function datesOf({ countryCode, regionCode }: HolidayCalendar): ReadonlySet<string> {
  const country = countries().get(countryCode);
  if (country === undefined) return new Set();
  const region = country.regions.find(({ code }) => code === regionCode);
  return new Set(
    Object.entries(country.years).flatMap(([year, days]) => {
      const absent = region?.absent[year] ?? [];
      return [...days.filter((day) => !absent.includes(day)), ...(region?.added[year] ?? [])].map(
        (day) => `${year}-${day}`,
      );
    }),
  );
}
