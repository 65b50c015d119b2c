import { HashIndex, mixed } from './hash-index.js';
import { RowAllocator } from './row-allocator.js';

const nibbles = new Int8Array(128).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) nibbles[digit.charCodeAt(0)] = value;
/** Where the digits of each 32-bit word stand in `01234567-89ab-cdef-0123-456789abcdef`. */
const digits = [
  [0, 1, 2, 3, 4, 5, 6, 7],
  [9, 10, 11, 12, 14, 15, 16, 17],
  [19, 20, 21, 22, 24, 25, 26, 27],
  [28, 29, 30, 31, 32, 33, 34, 35],
] as const;
const dashes = [8, 13, 18, 23] as const;
const wordsPerId = 4;

const bytesInHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const halfOf = (word: number): string => bytesInHex[(word >>> 8) & 0xff]! + bytesInHex[word & 0xff]!;

/** UUIDs and the numbers of their rows, in 16 bytes each. A row that is freed is given to the next one who comes. */
export class UuidTable {
  readonly rows = new RowAllocator();
  private words = new Uint32Array(0);
  private readonly asked = new Uint32Array(wordsPerId);
  private readonly slots = new HashIndex((row) => hashAt(this.words, row * wordsPerId));
  private readonly isAsked = (row: number): boolean => {
    const { asked, words } = this;
    const at = row * wordsPerId;
    return (
      words[at + 3] === asked[3] && words[at + 2] === asked[2] && words[at + 1] === asked[1] && words[at] === asked[0]
    );
  };

  /** The row of an id in its usual spelling; -1 for an unknown one, and for what is no UUID in lower case. */
  rowOf(id: string): number {
    return this.read(id) ? this.slots.find(hashAt(this.asked, 0), this.isAsked) : -1;
  }

  /** The row of an id, a new one if need be. @throws RangeError for what is no UUID in lower case */
  add(id: string): number {
    const known = this.rowOf(id);
    if (known >= 0) return known;
    if (!this.read(id)) throw new RangeError(`not a UUID in lower case: ${id}`);
    const row = this.rows.take();
    this.reserve(this.rows.end);
    this.words.set(this.asked, row * wordsPerId);
    this.slots.add(row);
    return row;
  }

  /** Frees a row. */
  remove(row: number): void {
    this.slots.remove(row);
    this.rows.free(row);
  }

  idOf(row: number): string {
    const { words } = this;
    const at = row * wordsPerId;
    const [high, low] = [
      (word: number) => halfOf(words[at + word]! >>> 16),
      (word: number) => halfOf(words[at + word]!),
    ];
    return `${high(0)}${low(0)}-${high(1)}-${low(1)}-${high(2)}-${low(2)}${high(3)}${low(3)}`;
  }

  get bytes(): number {
    return this.words.byteLength + this.slots.bytes;
  }

  private reserve(rows: number): void {
    if (rows * wordsPerId <= this.words.length) return;
    const grown = new Uint32Array(this.rows.roomFor(rows) * wordsPerId);
    grown.set(this.words);
    this.words = grown;
  }

  private read(id: string): boolean {
    if (id.length !== 36 || dashes.some((at) => id.charCodeAt(at) !== 45)) return false;
    for (let word = 0; word < wordsPerId; word += 1) {
      let value = 0;
      for (const at of digits[word]!) {
        const code = id.charCodeAt(at);
        const nibble = code < 128 ? nibbles[code]! : -1;
        if (nibble < 0) return false;
        value = (value << 4) | nibble;
      }
      this.asked[word] = value;
    }
    return true;
  }
}

/** Ids of version 7 begin with the time, so all of their words have to count. */
function hashAt(words: Uint32Array, at: number): number {
  const high = Math.imul(words[at]! ^ Math.imul(words[at + 1]!, 0x85ebca6b), 0xc2b2ae35);
  const low = Math.imul(words[at + 2]! ^ Math.imul(words[at + 3]!, 0x9e3779b1), 0x27d4eb2f);
  return mixed(high ^ low);
}
