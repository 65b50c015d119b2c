/** What a reader did to a file that whoever sent it should know. */
export interface FileRemark {
  readonly code: 'read-as-windows-1252' | 'first-sheet-only';
  readonly detail: string;
}

export class UnreadableText extends Error {}

interface DecodedText {
  readonly text: string;
  readonly remarks: readonly FileRemark[];
}

/**
 * The 32 places in which Windows-1252 differs from ISO 8859-1 (WHATWG Encoding Standard, index-windows-1252). By hand, as
 * Node.js took the two for one in some of its versions.
 */
const beyondLatin1 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const utf8Names: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);
const windowsNames: ReadonlySet<string> = new Set(['windows-1252', 'cp1252', 'iso-8859-1', 'latin1', 'iso-8859-15']);

/**
 * Bytes of a text file: in the encoding that its mark or its sender names, else UTF-8, and Windows-1252 where it can't be
 * that, as spreadsheets of Windows write it.
 * @param charset of the content type; null where it names none
 * @throws UnreadableText
 */
export function decodeText(bytes: Uint8Array, charset: string | null): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe) || (bytes[1] === 0 && bytes[3] === 0)) return plain(decoded(bytes, 'utf-16le'));
  if (startsWith(bytes, 0xfe, 0xff)) return plain(decoded(bytes, 'utf-16be'));
  const named = charset?.toLowerCase() ?? null;
  if (named !== null && windowsNames.has(named)) return plain(windows1252(bytes));
  if (named === 'utf-16' || named === 'utf-16le') return plain(decoded(bytes, 'utf-16le'));
  if (named !== null && !utf8Names.has(named)) throw new UnreadableText(`Files in ${charset} are not read.`);
  try {
    return plain(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const detail = 'The file is not UTF-8; it was read as Windows-1252. Look whether accents came out right.';
    return { text: windows1252(bytes), remarks: [{ code: 'read-as-windows-1252', detail }] };
  }
}

const plain = (text: string): DecodedText => ({ text, remarks: [] });

function decoded(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableText('The file is not UTF-16, as its first bytes say.');
  }
}

const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (character) => beyondLatin1[character.charCodeAt(0) - 0x80]!);

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);
