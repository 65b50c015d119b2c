import { csvOf } from '#platform/csv';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bytesOf, type PackedText } from './packed-text.js';
import type { PackedBytes } from './write-archive.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** `index.csv`: each file of an archive with its size and hash, by which it can be checked without a server. */
export function archiveIndex(texts: readonly PackedText[], documents: readonly PackedBytes[]): PackedText {
  const rows = [
    ...texts.map((text) => {
      const bytes = bytesOf(text);
      return [text.path, bytes.length, sha256(bytes)] as const;
    }),
    ...documents.map(({ path: name, size, sha256: hash }) => [name, size, hash] as const),
  ];
  const sorted = rows.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { path: 'index.csv', text: csvOf([['path', 'bytes', 'sha256'], ...sorted]) };
}

/** Leaves what was made for an archive in a folder, until it is packed. */
export async function leaveMade(folder: string, name: string, content: Buffer): Promise<PackedBytes> {
  const madeAt = path.join(folder, path.basename(name));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(madeAt, content, { mode: 0o600 });
  return { bytes: { madeAt }, path: name, size: content.length, sha256: sha256(content) };
}
