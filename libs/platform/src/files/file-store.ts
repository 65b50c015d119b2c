import type { Readable } from 'node:stream';

/** Bytes that lie in a file of this machine, and what is known of them. */
export interface KeptBytes {
  readonly path: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/**
 * Where the bytes of files are kept. A key is made of lower-case letters, digits and hyphens; what is there by a key never changes.
 * Whatever isn't to be had at the moment fails with `file.store-unavailable`.
 */
export abstract class FileStore {
  /** Again it does no harm. */
  abstract put(key: string, bytes: KeptBytes, mediaType: string): Promise<void>;
  /** Null where nothing is there by the key. */
  abstract get(key: string): Promise<Readable | null>;
  /** Also where nothing is there. */
  abstract delete(key: string): Promise<void>;
}
