/**
 * What text is, for whatever is sent, imported, decided or stored:
 * - composed and decomposed are one: text is kept in Unicode's normal form C;
 * - what nobody sees isn't in it: control characters, marks that turn the direction of what follows, characters without a
 *   shape, halves of characters, and U+FFFD, which is what is left of text that was read in the wrong encoding;
 * - its length is counted in code points, as JSON Schema, OpenAPI and PostgreSQL count it.
 */

/** A character that text doesn't have, as `U+202E`, and why not in a few words. */
export interface TextFault {
  readonly character: string;
  readonly reason: string;
}

/** What almost all text is made of; it needs no second look. */
const plain = /^[\x20-\x7e\n\r\t]*$/;

/** Scripts whose letters join, or part, by U+200C and U+200D between them. */
const joining = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
];
const joins = `(?<=[${joining.map((script) => `\\p{Script=${script}}`).join('')}])[\\u200C\\u200D]`;
const composesPictures = String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`;
const choosesPicture = String.raw`(?<=\p{Emoji})[\uFE0E\uFE0F]`;
/** Characters without a shape of their own where they change how the one before them is drawn. */
const shaping = new RegExp(`${joins}|${composesPictures}|${choosesPicture}`, 'gu');

/** By Unicode's properties, and the letters and signs that are drawn as nothing (Hangul fillers, blank Braille, U+115F …). */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/(?![\n\r\t])\p{Cc}/u, 'is a control character'],
  [/\p{Bidi_Control}/u, 'turns the direction of what follows'],
  [/\ufffd/u, 'is what is left of text that was read in the wrong encoding'],
  [/[\p{Cs}\p{Noncharacter_Code_Point}]/u, 'is no character'],
  [/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\u2028\u2029\u2800]/u, 'is not to be seen'],
];
const unseen = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * Text as it is kept: in normal form C. What shows nothing at all reads as so many spaces, so that whoever asks for a text
 * says that it is missing.
 */
export function readText(written: string): string {
  if (plain.test(written)) return written;
  const composed = written.normalize('NFC');
  return isBlank(composed) ? composed.replaceAll(unseen, ' ') : composed;
}

/** The first character that text doesn't have; null where all is text. */
export function textFaultIn(text: string): TextFault | null {
  if (plain.test(text)) return null;
  const visible = text.replaceAll(shaping, '');
  for (const [kind, reason] of kinds) {
    const [found] = kind.exec(visible) ?? [];
    if (found !== undefined) return { character: codePointOf(found), reason };
  }
  return null;
}

/** Why text isn't taken, as a sentence. */
export const faultSentence = ({ character, reason }: TextFault): string => `It holds ${character}, which ${reason}.`;

/** Whether there is nothing to be seen. */
export const isBlank = (text: string): boolean => text.replaceAll(unseen, '') === '';

/** Length in code points. */
export function textLength(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) length += 1;
  return length;
}

/** Whether the text stands on one line. */
export const isOneLine = (text: string): boolean => !/[\n\r\t]/.test(text);

/** A name or number by which something is found again: without spaces around it, and one between its parts. */
export const referenceOf = (written: string): string => readText(written).replaceAll(/\s+/g, ' ').trim();

const codePointOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
