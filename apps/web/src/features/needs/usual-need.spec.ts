import { usualNeed } from './usual-need';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const begun = (today: string, rates: Parameters<typeof usualNeed>[0]['rates'] = []) =>
  usualNeed({ today, timeZone: 'Europe/Madrid', language: 'ca', rates });

describe('what a need says to begin with', () => {
  it.each([
    ['2026-11-30', '2026-12-07'],
    ['2026-12-01', '2026-12-07'],
    ['2026-12-04', '2026-12-07'],
    ['2026-12-05', '2026-12-14'],
    ['2026-12-06', '2026-12-14'],
  ])('on %s is a term from Monday %s on, three days ahead or more', (today, monday) => {
    expect(begun(today).startsOn).toBe(monday);
  });

  it('is twelve weeks of weekday mornings, in the own language, by mail', () => {
    const { endsOn, hours, requiredLanguages, channels } = begun('2026-11-30');
    expect(endsOn).toBe('2027-02-28');
    expect(hours?.weekly).toHaveLength(5);
    expect(requiredLanguages).toEqual([{ language: 'ca', level: 'B2' }]);
    expect(channels).toEqual(['email']);
  });

  it('is as much an hour as the dearest asks, in whole units of the own currency, or of that of most', () => {
    const pounds = { amountMinor: 9000, currency: 'GBP' };
    const rates = [euros(1460), euros(2210), pounds, pounds, pounds];
    expect(begun('2026-11-30', rates).hourlyRateCap).toEqual(euros(2300));
    expect(begun('2026-11-30', [{ amountMinor: 2501, currency: 'JPY' }]).hourlyRateCap?.amountMinor).toBe(2501);
  });

  it('is no price where nobody offers it', () => {
    expect(begun('2026-11-30')).not.toHaveProperty('hourlyRateCap');
  });
});
