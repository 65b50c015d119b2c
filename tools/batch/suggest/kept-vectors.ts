import type { SentenceEmbedding } from '#knowledge/suggesting';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { EncodeSentences } from '../../../apps/matcher/src/suggesting/english-encoder.js';
import type { KnownVectors } from '../../../apps/matcher/src/suggesting/english-meanings.js';

/** Where a user's programs keep what they can make again (XDG Base Directory Specification). */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'ajudant');
}

/** Cosine of two vectors of the same text by the same model; another model's are far from it. */
const sameModel = 0.999;
const digestLength = 32;

/**
 * Vectors of a list of texts in a file, whose name tells the texts: other texts are another file. Whatever goes wrong with the
 * file, they are made anew.
 */
export class KeptVectors {
  private readonly path: string;
  private readonly texts: readonly string[];

  constructor(
    private readonly folder: string,
    texts: readonly string[],
  ) {
    this.texts = [...new Set(texts)];
    const name = createHash('sha256').update(JSON.stringify(this.texts)).digest('hex').slice(0, 32);
    this.path = join(folder, `english-phrases-${name}.bin`);
  }

  /** None where none are kept, where the file was damaged, and where they were made by another model than this one. */
  async read(encode: EncodeSentences): Promise<KnownVectors> {
    const bytes = await readFile(this.path).catch(() => null);
    const values = bytes && wholeValues(bytes);
    const size = (values?.length ?? 0) / Math.max(1, this.texts.length);
    if (!values || size === 0 || !Number.isInteger(size)) return new Map();
    const vectors = new Map(this.texts.map((text, at) => [text, values.subarray(at * size, (at + 1) * size)]));
    const [probe] = this.texts;
    const [anew] = await encode([probe!]);
    return cosine(anew!, vectors.get(probe!)!) > sameModel ? vectors : new Map();
  }

  /** Does nothing where nothing can be written. */
  async write(vectors: KnownVectors): Promise<void> {
    const bytes = this.bytesOf(vectors);
    const unfinished = `${this.path}.${randomUUID()}`;
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(unfinished, Buffer.concat([digestOf(bytes), bytes]));
      await rename(unfinished, this.path);
    } catch {
      await rm(unfinished, { force: true }).catch(() => undefined);
    }
  }

  private bytesOf(vectors: KnownVectors): Buffer {
    const size = vectors.get(this.texts[0]!)!.length;
    const values = new Float32Array(this.texts.length * size);
    this.texts.forEach((text, at) => values.set(vectors.get(text)!, at * size));
    return Buffer.from(values.buffer);
  }
}

/** Null unless they are the bytes that were written. */
function wholeValues(bytes: Buffer): Float32Array | null {
  const body = bytes.subarray(digestLength);
  if (!digestOf(body).equals(bytes.subarray(0, digestLength))) return null;
  return new Float32Array(Uint8Array.from(body).buffer);
}

const digestOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function cosine(one: SentenceEmbedding, other: SentenceEmbedding): number {
  if (one.length !== other.length) return 0;
  const dot = (a: SentenceEmbedding, b: SentenceEmbedding): number =>
    a.reduce((sum, value, at) => sum + value * b[at]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
