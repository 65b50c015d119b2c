/** Words that announce a secret, in the three languages, followed by something that isn't a sentence. */
const announced =
  /(?:password|passwort|passphrase|passcode|pwd|secret|token|api[ _-]?key|contrase(?:ñ|n)a|clave|contrasenya|clau|\bpin\b|\bcvv\b|\bcvc\b)\s*(?:is|es|és|:|=|->|→)\s*\S{3,}/iu;
/** Forms that issuers of keys have given them. */
const known =
  /-----BEGIN|\b(?:sk|pk|rk)_(?:live|test)_|\bgh[pousr]_[A-Za-z0-9]{20}|\bAKIA[0-9A-Z]{12}|\bxox[abprs]-|\bajk_|\beyJ[\w-]{10,}\./u;
const address = /^(?:https?:\/\/|www\.)|@[\w-]+\.[\w.-]+$/iu;
const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/u;

/**
 * Whether a text seems to hand over a password, a key or a code. It is meant to stop somebody who means well; a mixture of
 * letters of both cases, digits and signs without a space is taken for one, addresses are not.
 */
export const looksLikeASecret = (text: string): boolean =>
  announced.test(text) || known.test(text) || text.split(/[\s,;()"'«»]+/u).some(isMixture);

function isMixture(word: string): boolean {
  if (word.length < 8 || address.test(word) || iban.test(word)) return false;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}._/@-]/u].filter((kind) => kind.test(word)).length;
  const isLong = word.length >= 24 && /\p{Nd}/u.test(word) && /\p{L}/u.test(word);
  return kinds >= 3 || (isLong && !word.includes('/') && !word.includes('.'));
}
