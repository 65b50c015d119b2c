/** Remainder by 97 of a text of digits and letters, letters counting as 10 to 35 (ISO/IEC 7064, MOD 97-10). */
function remainderBy97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** Characters of a reference after `RF` and its two check digits (ISO 11649): 21 at most. */
const maxLength = 21;

/**
 * A structured creditor reference (ISO 11649), such as `RF18539007547034`: banks carry it along unchanged, and one that was
 * mistyped shows by its check digits.
 * @param own 1 to 21 digits and capital letters
 */
export function creditorReference(own: string): string {
  if (!/^[0-9A-Z]+$/.test(own) || own.length > maxLength) throw new RangeError(`${own} makes no reference`);
  const digits = 98 - remainderBy97(`${own}RF00`);
  return `RF${String(digits).padStart(2, '0')}${own}`;
}

/** Whether its check digits fit. */
export const isCreditorReference = (text: string): boolean =>
  /^RF\d{2}[0-9A-Z]{1,21}$/.test(text) && remainderBy97(text.slice(4) + text.slice(0, 4)) === 1;

/**
 * The references that stand in what somebody wrote on a transfer, whether in groups of four as on paper, in small letters, or
 * in one piece; those with wrong check digits are no references. Groups are joined as long as they make one.
 */
export function creditorReferencesIn(text: string): string[] {
  const words = text.toUpperCase().split(/[^0-9A-Z]+/);
  const found = new Set<string>();
  words.forEach((word, index) => {
    if (!word.startsWith('RF')) return;
    let joined = '';
    for (const next of words.slice(index)) {
      joined += next;
      if (joined.length > maxLength + 4) break;
      if (isCreditorReference(joined)) found.add(joined);
    }
  });
  return [...found];
}
