import kafkajs, { type CompressionTypes as CompressionType, type KafkaMessage } from 'kafkajs';
import lz4 from 'lz4js';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import snappy from 'snappyjs';
import { registerCodecs } from './compression.js';
import { envelopeOf } from './kafka-message.js';

const { CompressionCodecs, CompressionTypes } = kafkajs;
const load = createRequire(import.meta.url);
const Decoder = load('kafkajs/src/protocol/decoder.js') as new (bytes: Buffer) => object;
const decode = load('kafkajs/src/protocol/recordBatch/v0/decoder.js') as (
  decoder: object,
) => Promise<{ records: KafkaMessage[] }>;

/** Two records, as they lie in a batch: `good` and `news`. */
const records = Buffer.concat(['good', 'news'].map((text, index) => record(index, Buffer.from(text))));

function record(offsetDelta: number, value: Buffer): Buffer {
  const body = Buffer.from([0, 0, offsetDelta * 2, 1, value.length * 2, ...value, 0]);
  return Buffer.concat([Buffer.from([body.length * 2]), body]);
}

/** A batch as a broker sends it, at offsets 7 to 9: of three records the second was compacted away. */
function batch(type: number, packed: Buffer, count = 2): Buffer {
  const head = Buffer.alloc(61);
  head.writeBigInt64BE(7n, 0);
  head.writeInt32BE(head.length - 12 + packed.length, 8);
  head.writeInt8(2, 16);
  head.writeInt16BE(type, 21);
  head.writeInt32BE(2, 23);
  head.writeInt32BE(count, 57);
  return Buffer.concat([head, packed]);
}

const read = async (bytes: Buffer): Promise<KafkaMessage[]> => (await decode(new Decoder(bytes))).records;

const xerial = (...blocks: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0, 0, 0, 0, 1, 0, 0, 0, 1]),
    ...blocks.map((block) => Buffer.concat([Buffer.from([0, 0, 0, block.length]), block])),
  ]);

/** A frame of one block that is as it was: RFC 8878. */
const zstd = (bytes: Buffer): Buffer => {
  const header = (bytes.length << 3) | 1;
  return Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, bytes.length, header & 0xff, header >> 8, 0]),
    bytes,
  ]);
};

const lz4Frame = (bytes: Buffer): Buffer => Buffer.from(lz4.compress(bytes));

/** Blocks of one byte each, repeated: 128 KB out of four. RFC 8878. */
const zstdBomb = (blocks: number): Buffer => {
  const block = ((128 * 1024) << 3) | 2;
  const repeated = [block & 0xff, (block >> 8) & 0xff, block >> 16, 0];
  return Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58, ...Array.from({ length: blocks }, () => repeated).flat()]);
};

registerCodecs();

describe('a batch that was compressed', () => {
  const forms: Readonly<Record<string, readonly [CompressionType, Buffer]>> = {
    gzip: [CompressionTypes.GZIP, gzipSync(records)],
    Snappy: [CompressionTypes.Snappy, Buffer.from(snappy.compress(records))],
    'Snappy in blocks': [
      CompressionTypes.Snappy,
      xerial(...[records.subarray(0, 5), records.subarray(5)].map((part) => Buffer.from(snappy.compress(part)))),
    ],
    LZ4: [CompressionTypes.LZ4, lz4Frame(records)],
    Zstandard: [CompressionTypes.ZSTD, zstd(records)],
  };

  it.each(Object.keys(forms))('is read out of %s', async (name) => {
    const [type, packed] = forms[name]!;
    const found = await read(batch(type, packed));
    expect(found.map(({ offset, value }) => [offset, String(value)])).toEqual([
      ['7', 'good'],
      ['8', 'news'],
    ]);
  });

  const broken: Readonly<Record<string, readonly [CompressionType, Buffer]>> = {
    'is no gzip': [CompressionTypes.GZIP, Buffer.from('nothing of the kind')],
    'is no Snappy': [CompressionTypes.Snappy, Buffer.from('nothing of the kind')],
    'has blocks without length': [CompressionTypes.Snappy, xerial(Buffer.alloc(0), Buffer.alloc(0))],
    'is no LZ4': [CompressionTypes.LZ4, Buffer.from('nothing of the kind')],
    'is no Zstandard': [CompressionTypes.ZSTD, Buffer.from('nothing of the kind')],
    'becomes far more than anybody sends, by gzip': [CompressionTypes.GZIP, gzipSync(Buffer.alloc(70_000_000))],
    'becomes far more than anybody sends, by LZ4': [CompressionTypes.LZ4, lz4Frame(Buffer.alloc(70_000_000))],
    'becomes far more than anybody sends, by Zstandard': [CompressionTypes.ZSTD, zstdBomb(600)],
    'holds fewer records than it says': [CompressionTypes.GZIP, gzipSync(records.subarray(0, 9))],
  };

  it.each(Object.keys(broken))('and %s, is kept as it came, at its offsets', async (name) => {
    const [type, packed] = broken[name]!;
    const found = await read(batch(type, packed));
    expect(found.map(({ offset }) => offset)).toEqual(['7', '9']);
    expect(packed.equals(found[0]!.value!)).toBe(true);
    expect(found[1]!.value).toBeNull();
    for (const message of found) {
      expect(() => envelopeOf('ajudant.parcel', message)).toThrow("the batch can't be unpacked: ");
    }
  });

  it('and says that it holds more than memory does, is not made up', async () => {
    await expect(read(batch(CompressionTypes.GZIP, Buffer.from('no'), 2 ** 31 - 1))).rejects.toThrow(
      "a batch of 2147483647 records can't be read",
    );
  });

  it('is nothing that we send', async () => {
    const codec = CompressionCodecs[CompressionTypes.ZSTD]() as { compress(): Promise<Buffer> };
    await expect(codec.compress()).rejects.toThrow('nothing is sent compressed');
  });
});
