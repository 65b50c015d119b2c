const email = /[^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"]{1,255}/gu;
/** Seven digits or more with the marks that people put between them; it takes a date now and then, which does no harm. */
const phone = /(?<![\p{L}\p{N}])\+?\d(?:[\s()./-]{0,2}\d){6,30}(?![\p{L}\p{N}])/gu;

/**
 * Plain words without e-mail addresses and phone numbers. Each character becomes a star, so that places in the masked
 * text are places in the original.
 */
export function maskContacts(text: string): string {
  const stars = (found: string): string => '*'.repeat(found.length);
  return text.replace(email, stars).replace(phone, stars);
}
