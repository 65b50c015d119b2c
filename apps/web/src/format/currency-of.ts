/** What is paid with where her clocks are, of what most assistants ask for; the euro is what is left. */
export function currencyOf(timeZone: string): string {
  if (timeZone === 'Europe/London') return 'GBP';
  return timeZone.startsWith('America/') ? 'USD' : 'EUR';
}
