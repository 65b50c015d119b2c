import { open } from 'node:fs/promises';
import { DomainError } from '#domain-error';
import { fileTypeFromFile } from 'file-type';
import type { KeptBytes } from './file-store.js';

/** What is taken as a file, by what its bytes are. */
const fileMediaTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/gif',
  'image/tiff',
  'application/xml',
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
] as const;
type FileMediaType = (typeof fileMediaTypes)[number];

const isTaken = (type: string): type is FileMediaType => (fileMediaTypes as readonly string[]).includes(type);
/** As much is looked at of what is text. */
const glanceBytes = 65_536;

/**
 * What a file is, by its bytes: what somebody says that it is counts only for text, of which the name says whether it is a table.
 * Pages and drawings, which a browser would run, are never taken.
 * @throws DomainError `file.empty`, `file.type-not-taken`
 */
export async function fileTypeOf({ path, size }: KeptBytes, name: string): Promise<FileMediaType> {
  if (size === 0) throw new DomainError('file.empty');
  // What breaks off in the middle of a form that is known is refused like one that isn't.
  const start = await glance(path);
  // The mark of UTF-16 is how frames of sound begin, too.
  const found = isWide(start) ? undefined : (await fileTypeFromFile(path).catch(() => undefined))?.mime;
  const type = found === undefined || found === 'application/xml' ? textTypeOf(start, name) : found;
  if (type === null || !isTaken(type)) {
    const detail = `The bytes are ${type ?? 'of no kind that is known'}. Taken are ${fileMediaTypes.join(', ')}.`;
    throw new DomainError('file.type-not-taken', { detail });
  }
  return type;
}

/** UTF-16 says what it is by its first two bytes. */
const isWide = (start: Buffer): boolean =>
  (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);

async function glance(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(glanceBytes), 0, glanceBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function textTypeOf(start: Buffer, name: string): FileMediaType | null {
  const text = start.toString('latin1');
  // UTF-16 has a zero in every other byte.
  const seen = isWide(start) ? text.slice(2).replaceAll('\0', '') : text.replace(/^\xef\xbb\xbf/, '');
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/.test(seen)) return null;
  if (/<(?:\w+:)?(?:svg|html|script|xhtml|body)[\s>/]|<!doctype\s+html/i.test(seen)) return null;
  if (/^\s*<(?:\?xml\s|[a-z])/i.test(seen)) return 'application/xml';
  return /\.(?:csv|tsv)$/i.test(name) ? 'text/csv' : 'text/plain';
}
