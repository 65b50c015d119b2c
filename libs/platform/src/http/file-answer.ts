import contentDisposition from 'content-disposition';
import type { Readable } from 'node:stream';
import { Answer } from './answer.js';

interface ServedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** What changes when its bytes do, such as their hash. */
  readonly tag: string;
  /** Where the next file is, if this one doesn't hold all: what `linkToNext` says. */
  readonly link?: string;
}

/** A file to be saved and not shown: whatever it holds, no browser runs it as a page of ours. */
export class FileAnswer extends Answer<Readable> {
  readonly fileHeaders: Readonly<Record<string, string>>;

  constructor(bytes: Readable, { name, mediaType, size, tag, link }: ServedFile) {
    super(bytes, { etag: `"${tag}"`, ...(link !== undefined && { link }) });
    this.fileHeaders = {
      'content-type': mediaType,
      'content-length': String(size),
      'content-disposition': contentDisposition(name, { fallback: plainName(name) }),
      'x-content-type-options': 'nosniff',
    };
  }
}

/** For programs that read nothing but ASCII; all others read the name as it is (RFC 6266). */
const plainName = (name: string): string => name.replaceAll(/[^\x20-\x7e]|[%"\\]/g, '_');
