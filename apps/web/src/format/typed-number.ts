/** What was typed into a field for numbers, which hands on what ends in a zero behind the point as text; null where nothing was. */
export function typedNumber(value: number | string): number | null {
  if (typeof value === 'number') return value;
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? null : number;
}
