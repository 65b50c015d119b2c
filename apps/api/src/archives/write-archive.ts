import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { KeptBytes } from '#platform/files';
import { bytesOf, type PackedText } from './packed-text.js';

/** A file of an archive that is there before: brought by somebody, or made and left on the disk. */
export interface PackedBytes {
  readonly bytes: { readonly fileId: string } | { readonly madeAt: string };
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** As the format counts time from; on the wall, so that the zone of whoever writes it doesn't matter. */
const beginning = new Date(1980, 0, 1);
/** Nothing is compressed, as what comes of that differs from one release of zlib to the next. */
const entry = { mtime: beginning, mode: 0o100644, compress: false, forceDosTimestamp: true } as const;

/**
 * Writes an archive, document by document, of which the same content gives the same bytes.
 * @param onPacked is told after each document; what it throws ends the writing
 */
export async function writeArchive(
  to: string,
  { texts, documents }: { texts: readonly PackedText[]; documents: readonly PackedBytes[] },
  read: (document: PackedBytes) => Readable | Promise<Readable>,
  onPacked: (done: number) => Promise<void>,
): Promise<KeptBytes> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  const zip = new ZipFile();
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const written = pipeline(zip.outputStream, hashing, createWriteStream(to, { mode: 0o600 }));
  for (const text of texts) zip.addBuffer(bytesOf(text), text.path, entry);
  let done = texts.length;
  for (const document of documents) {
    zip.addReadStreamLazy(document.path, { ...entry, size: document.size }, (give) => {
      done += 1;
      onPacked(done)
        .then(() => read(document))
        .then(
          (stream) => give(null, stream),
          // Whoever waits for the archive hears of it; the library would wait for ever.
          (error: Error) => hashing.destroy(error),
        );
    });
  }
  zip.end();
  await written;
  return { path: to, size: (await stat(to)).size, sha256: hash.digest('hex') };
}
