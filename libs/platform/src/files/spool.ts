import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '#domain-error';
import type { KeptBytes } from './file-store.js';
import { orUnavailable } from './store-unavailable.js';

/** Bytes as they came in, until they are kept elsewhere. */
export interface SpooledBytes extends KeptBytes {
  discard(): Promise<void>;
}

/** So many come in at the same time in one process. */
const maxAtOnce = 32;

/** Takes in bytes on the disk as they arrive, so that none of them need memory or a transaction. */
export class Spool {
  private coming = 0;

  constructor(private readonly folder: string) {}

  /**
   * Reads a stream to its end. Whoever stops in the middle, or sends more than is taken, leaves nothing behind.
   * @throws DomainError `request.too-large`, `request.malformed`, `request.too-many`, `file.store-unavailable`
   */
  async receive(bytes: Readable, atMostBytes: number): Promise<SpooledBytes> {
    if (this.coming >= maxAtOnce) {
      const detail = 'Too many files are on their way.';
      throw new DomainError('request.too-many', { detail, retryAfterSeconds: 5 });
    }
    this.coming += 1;
    // Who breaks off before the first byte is read is heard of when it is.
    bytes.on('error', () => undefined);
    const file = path.join(this.folder, randomUUID());
    const discard = () => rm(file, { force: true });
    try {
      return { path: file, discard, ...(await this.write(bytes, file, atMostBytes)) };
    } catch (error) {
      await discard();
      throw error;
    } finally {
      this.coming -= 1;
    }
  }

  private async write(bytes: Readable, to: string, atMostBytes: number): Promise<{ size: number; sha256: string }> {
    const file = await orUnavailable(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      return open(to, 'wx', 0o600);
    });
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of arriving(bytes)) {
        size += chunk.length;
        if (size > atMostBytes) throw new DomainError('request.too-large');
        hash.update(chunk);
        await orUnavailable(() => file.writeFile(chunk));
      }
    } finally {
      await file.close();
    }
    return { size, sha256: hash.digest('hex') };
  }
}

/** What isn't read to its end stays open, so that there is a way left to answer. */
async function* arriving(bytes: Readable): AsyncGenerator<Buffer> {
  const chunks = bytes.iterator({ destroyOnReturn: false });
  for (;;) {
    const next = await chunks.next().catch(() => {
      throw new DomainError('request.malformed', { detail: 'The body ended in the middle.' });
    });
    if (next.done === true) return;
    yield next.value as Buffer;
  }
}
