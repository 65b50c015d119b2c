/** Lists up to this length are kept in room of just their length, longer ones in room rounded up to a multiple of it. */
const exactUpTo = 16;

/**
 * Short lists of numbers one behind the other in one array, with a note of the room that became free. Rows of a table
 * keep where their list begins and how long it is.
 */
export class ListPool<Values extends Uint16Array | Int32Array> {
  values: Values;
  private end = 0;
  /** Free places by the room that they have. */
  private readonly free = new Map<number, number[]>();

  constructor(private readonly make: (length: number) => Values) {
    this.values = make(0);
  }

  /** Where a list is kept from now on. */
  add(list: ArrayLike<number>): number {
    if (list.length === 0) return 0;
    const room = roomOf(list.length);
    const at = this.free.get(room)?.pop() ?? this.append(room);
    this.values.set(list, at);
    return at;
  }

  remove(at: number, length: number): void {
    if (length === 0) return;
    const room = roomOf(length);
    const places = this.free.get(room);
    if (places === undefined) this.free.set(room, [at]);
    else places.push(at);
  }

  list(at: number, length: number): Values {
    return this.values.subarray(at, at + length) as Values;
  }

  /** Gives back what it has grown ahead. */
  trim(): void {
    this.values = this.values.slice(0, this.end) as Values;
  }

  get bytes(): number {
    return this.values.byteLength;
  }

  private append(room: number): number {
    const at = this.end;
    this.end += room;
    if (this.end > this.values.length) {
      const grown = this.make(Math.ceil(this.end * 1.25) + 64);
      grown.set(this.values);
      this.values = grown;
    }
    return at;
  }
}

const roomOf = (length: number): number => (length <= exactUpTo ? length : Math.ceil(length / exactUpTo) * exactUpTo);
