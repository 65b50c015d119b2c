import type { IHeaders } from 'kafkajs';

/** Stands in each record that was put in the place of one that can't be had; its value says why. */
const header = 'ajudant-undecodable';
/** Records of one batch at most: above what topics of ours have room for. */
const maxRecords = 200_000;
/** Where a batch says by how much the offset of its last record is above its first, counted back from its records. */
const lastDeltaBack = 4 + 4 + 2 + 8 + 8 + 8 + 4;

/**
 * Stands for a batch whose records can't be had: as many records as it said, at its offsets, so that whoever reads goes on behind
 * it. The first holds the bytes as they came.
 *
 * kafkajs gives a codec the compressed records alone, and reads from what comes back as many as the batch's header counts. That
 * header lies before them in the same memory.
 * Source: https://kafka.apache.org/documentation/#recordbatch
 */
export function recordsInPlaceOf(compressed: Buffer, reason: string): Buffer {
  const { buffer, byteOffset } = compressed;
  const count = Buffer.from(buffer, byteOffset - 4, 4).readInt32BE();
  const lastDelta = Buffer.from(buffer, byteOffset - lastDeltaBack, 4).readInt32BE();
  if (count > maxRecords) throw new Error(`a batch of ${count} records can't be read: ${reason}`);
  return Buffer.concat(
    Array.from({ length: count }, (_, index) =>
      record(index === count - 1 ? lastDelta : index, index === 0 ? compressed : null, reason),
    ),
  );
}

/** Whether so many records, and nothing else, lie in these bytes. */
export function holdsRecords(bytes: Uint8Array, count: number): boolean {
  let at = 0;
  for (let read = 0; read < count; read += 1) {
    let [length, shift, byte] = [0, 0, 0x80];
    for (; byte >= 0x80 && shift < 35; shift += 7) {
      byte = bytes[at++] ?? 0;
      length += (byte & 0x7f) * 2 ** shift;
    }
    // Zigzag: an odd number would be a negative length.
    if (length % 2 === 1 || length === 0) return false;
    at += length / 2;
    if (at > bytes.length) return false;
  }
  return at === bytes.length;
}

/** Why a message is one that stands for another; null for any other. */
export const undecodableReason = (headers: IHeaders): string | null => {
  const reason = headers[header];
  return reason === undefined ? null : String(reason);
};

function record(offsetDelta: number, value: Buffer | null, reason: string): Buffer {
  const why = Buffer.from(reason);
  const body = Buffer.concat([
    // Attributes, and the difference in time to the batch.
    Buffer.from([0, 0]),
    varint(offsetDelta),
    // No key.
    varint(-1),
    ...(value === null ? [varint(-1)] : [varint(value.length), value]),
    varint(1),
    varint(header.length),
    Buffer.from(header),
    varint(why.length),
    why,
  ]);
  return Buffer.concat([varint(body.length), body]);
}

/** Zigzag, seven bits a byte, the lowest first. */
function varint(value: number): Buffer {
  let rest = value < 0 ? -value * 2 - 1 : value * 2;
  const bytes: number[] = [];
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return Buffer.from(bytes);
}
