import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore, type KeptBytes } from './file-store.js';
import { orUnavailable } from './store-unavailable.js';

/** Keeps files in a folder that all processes of the service share. */
export class FolderFiles extends FileStore {
  constructor(readonly folder: string) {
    super();
  }

  /** It has its name when it is whole and on the disk, so that nobody reads half of it. */
  async put(key: string, bytes: KeptBytes, _mediaType: string): Promise<void> {
    const target = this.pathOf(key);
    await orUnavailable(async () => {
      const fresh = `${target}.${process.pid}.new`;
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await copyFile(bytes.path, fresh);
      await flush(fresh);
      await rename(fresh, target);
    });
  }

  async get(key: string): Promise<Readable | null> {
    const target = this.pathOf(key);
    return orUnavailable(async () => {
      const file = await open(target).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return file === null ? null : createReadStream('', { fd: file });
    });
  }

  async delete(key: string): Promise<void> {
    const target = this.pathOf(key);
    await orUnavailable(() => rm(target, { force: true }));
  }

  /** The end of a key is the part that differs: a folder has no more than a 256th of all. */
  private pathOf(key: string): string {
    if (!/^[a-z0-9-]+$/.test(key)) throw new Error('a key of a file is made of letters, digits and hyphens');
    return path.join(this.folder, key.slice(-2), key);
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
