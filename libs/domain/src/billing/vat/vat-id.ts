// A CommonJS module whose named exports Node doesn't see, and whose types name no other.
// oxlint-disable-next-line import/default
import jsvat from 'jsvat-next';

// oxlint-disable-next-line import/no-named-as-default-member
const { checkVAT, countries } = jsvat;
const known = new Map(countries.map((country) => [country.codes[0], country]));
/** Where a VAT id begins with something else than the country's ISO code. */
const prefixes: Readonly<Record<string, readonly string[]>> = { GR: ['EL'], GB: ['GB', 'XI'], CH: ['CHE'] };

/**
 * A VAT id in its one spelling (capitals, no spaces, dots or dashes, with its prefix) if it is one of the country: of its
 * format and with the right check digit, where the country has them (`jsvat-next`). Null for anything else. Of countries
 * without VAT ids that are known, any number of theirs is taken: 4 to 20 letters and digits, a digit among them.
 * @param countryCode ISO 3166-1 alpha-2 of where the holder is established
 */
export function vatIdOf(countryCode: string, text: string): string | null {
  const written = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s./-]/g, '');
  if (!/^[A-Z0-9]{4,20}$/.test(written) || !/\d/.test(written)) return null;
  const country = known.get(countryCode);
  if (country === undefined) return written;
  for (const prefix of prefixes[countryCode] ?? [countryCode]) {
    const whole = written.startsWith(prefix) ? written : prefix + written;
    if (checkVAT(whole, [country]).isValid) return whole;
  }
  return null;
}
