import { createHash } from 'node:crypto';

/** A file in the body of a request, as it came. */
export interface SentFile {
  /** Of the bytes, in hex. */
  readonly sha256: string;
  /** In lower case, without its parameters. */
  readonly mediaType: string;
  /** Of the content type; null where it names none. */
  readonly charset: string | null;
  readonly bytes: Buffer;
}

/** By its hash a request that comes again is known: the bytes aren't among what can be enumerated. */
export class ReceivedFile implements SentFile {
  readonly sha256: string;
  readonly #bytes: Buffer;

  private constructor(
    bytes: Buffer,
    readonly mediaType: string,
    readonly charset: string | null,
  ) {
    this.#bytes = bytes;
    this.sha256 = createHash('sha256').update(bytes).digest('hex');
  }

  static of(bytes: Buffer, contentType: string): ReceivedFile {
    const [mediaType = ''] = contentType.toLowerCase().split(';');
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? null;
    return new ReceivedFile(bytes, mediaType.trim(), charset);
  }

  get bytes(): Buffer {
    return this.#bytes;
  }
}
