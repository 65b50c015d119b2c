import type { CatalogueLanguage } from '#domain';

/** How an instant reads on somebody's clock. */
export function momentIn(at: string, language: CatalogueLanguage, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(at));
}

/** The day of an instant on somebody's calendar. */
export function dayIn(at: string, language: CatalogueLanguage, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(new Date(at));
}

/** A local date. */
export const dateIn = (on: string, language: CatalogueLanguage): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`));

export function amountIn(
  { amountMinor, currency }: { readonly amountMinor: number; readonly currency: string },
  language: CatalogueLanguage,
): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** Basis points as a percentage. */
export const shareIn = (bps: number, language: CatalogueLanguage): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(bps / 10_000);

/** In the largest unit that leaves no rest. */
export function durationIn(minutes: number, language: CatalogueLanguage): string {
  const [unit, size] = (
    [
      ['day', 24 * 60],
      ['hour', 60],
      ['minute', 1],
    ] as const
  ).find(([, length]) => minutes >= length && minutes % length === 0) ?? ['minute', 1];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}

/** A sentence with `{name}` for what is put in. */
export const filledIn = (sentence: string, said: Readonly<Record<string, string>>): string =>
  sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => said[name] ?? whole);
