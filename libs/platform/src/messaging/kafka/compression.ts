import kafkajs from 'kafkajs';
import { promisify } from 'node:util';
import { unzip } from 'node:zlib';
import { holdsRecords, recordsInPlaceOf } from './undecodable-batch.js';

// Not among the names that Node.js finds in the package.
const { CompressionCodecs, CompressionTypes } = kafkajs;

/** Bytes that a batch may become; topics of ours take 8 MB of whatever form. */
const maxUnpackedBytes = 64 * 1024 * 1024;

type Unpack = (compressed: Buffer) => Promise<Uint8Array>;

/** Others may send, and a broker may store, in any of Kafka's forms. What isn't needed isn't loaded. */
const unpackers = {
  [CompressionTypes.GZIP]: (compressed) => promisify(unzip)(compressed, { maxOutputLength: maxUnpackedBytes }),
  [CompressionTypes.Snappy]: unpackSnappy,
  [CompressionTypes.LZ4]: unpackLz4,
  [CompressionTypes.ZSTD]: unpackZstd,
} as const satisfies Readonly<Record<number, Unpack>>;

/**
 * Lets kafkajs read every form of compression. It knows gzip alone, and a batch that can't be unpacked would end its reader, again and
 * again at the same place: such a batch becomes messages that say so.
 */
export function registerCodecs(): void {
  for (const [type, unpack] of Object.entries(unpackers)) {
    const codec = {
      compress: () => Promise.reject(new Error('nothing is sent compressed')),
      decompress: (compressed: Buffer) => recordsOf(compressed, unpack),
    };
    Object.assign(CompressionCodecs, { [type]: () => codec });
  }
}

async function recordsOf(compressed: Buffer, unpack: Unpack): Promise<Buffer> {
  try {
    const bytes = await unpack(compressed);
    const count = Buffer.from(compressed.buffer, compressed.byteOffset - 4, 4).readInt32BE();
    if (!holdsRecords(bytes, count)) throw new Error('it does not hold the records that it says');
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return recordsInPlaceOf(compressed, `the batch can't be unpacked: ${reason}`.slice(0, 200));
  }
}

const xerialMagic = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0]);

/** One block, or, as Java clients write it, blocks behind a magic number and two of versions, each behind its length. */
async function unpackSnappy(compressed: Buffer): Promise<Uint8Array> {
  const { default: snappy } = await import('snappyjs');
  if (!compressed.subarray(0, xerialMagic.length).equals(xerialMagic)) {
    return snappy.uncompress(compressed, maxUnpackedBytes);
  }
  const blocks: Uint8Array[] = [];
  let left = maxUnpackedBytes;
  for (let at = xerialMagic.length + 8; at < compressed.length;) {
    const end = at + 4 + compressed.readInt32BE(at);
    const block = snappy.uncompress(compressed.subarray(at + 4, end), left);
    blocks.push(block);
    left -= block.length;
    if (end <= at) throw new Error('a block has no length');
    at = end;
  }
  return Buffer.concat(blocks);
}

async function unpackLz4(compressed: Buffer): Promise<Uint8Array> {
  const { default: lz4 } = await import('lz4js');
  // LZ4 makes 255 bytes of one at most. What goes beyond the room is counted and not written.
  const room = new Uint8Array(Math.min(compressed.length * 255, maxUnpackedBytes));
  const length = lz4.decompressFrame(compressed, room);
  if (length > room.length) throw new Error('it becomes too large');
  return room.subarray(0, length);
}

async function unpackZstd(compressed: Buffer): Promise<Uint8Array> {
  const { Decompress } = await import('fzstd');
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = new Decompress((part) => {
    length += part.length;
    if (length > maxUnpackedBytes) throw new Error('it becomes too large');
    parts.push(part);
  });
  stream.push(compressed, true);
  return Buffer.concat(parts);
}
