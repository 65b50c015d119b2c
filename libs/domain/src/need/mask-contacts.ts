const email = /[^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"]{1,255}/gu;
const word = String.raw`[\p{L}\p{N}_+-]{1,64}`;
const dot = String.raw`(?:\s{1,2}|\s?[([]\s?)(?:dot|punto|punt)(?:\s{1,2}|\s?[)\]]\s?)`;
/** "anna at forn dot cat", "anna [arroba] forn.cat": an address that is written to be read and not to be found. */
const spelledEmail = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${word}(?:\s[([]?|[([])\s?(?:at|arroba)\s?(?:[)\]]\s?|\s)${word}(?:(?:\.(?=\p{L})|${dot})${word}){1,4}`,
  'giu',
);
/** A name on some network. */
const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,40}/gu;
/** ISO 13616: a country, two check digits, and groups of four. */
const iban = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/giu;
/** Spain's DNI and NIE, the tax number of its companies, and the United Kingdom's National Insurance number. */
const nationalId =
  /(?<![\p{L}\p{N}])(?:\d{2}\.?\d{3}\.?\d{3}-?[A-Z]|[XYZ]-?\d{7}-?[A-Z]|[ABCDEFGHJNPQRSUVW]-?\d{7}-?[0-9A-J]|[A-CEGHJ-PR-TW-Z]{2}(?: ?\d{2}){3} ?[A-D])(?![\p{L}\p{N}])/giu;
/** Seven digits or more with the marks that people put between them; it takes a date now and then, which does no harm. */
const phone = /(?<![\p{L}\p{N}])\+?\d(?:[\s()./-]{0,2}\d){6,30}(?![\p{L}\p{N}])/gu;

/**
 * Plain words without e-mail addresses, names on networks, phone numbers, bank accounts and national ids. Each character
 * becomes a star, so that places in the masked text are places in the original.
 */
export function maskContacts(text: string): string {
  const stars = (found: string): string => '*'.repeat(found.length);
  return [email, spelledEmail, handle, iban, nationalId, phone].reduce(
    (masked, kind) => masked.replace(kind, stars),
    text,
  );
}
