/** Lists up to this length are kept in room of just their length, longer ones in room with up to a quarter to spare. */
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
    const at = this.allocate(list.length);
    this.values.set(list, at);
    return at;
  }

  /** Puts numbers in the place of those from one index of a list up to another. Returns where the list is kept from now on. */
  splice(at: number, length: number, from: number, to: number, list: ArrayLike<number>): number {
    const changed = length - (to - from) + list.length;
    const stays = changed > 0 && length > 0 && roomOf(changed) === roomOf(length);
    const target = stays ? at : changed === 0 ? 0 : this.allocate(changed);
    if (!stays) this.values.copyWithin(target, at, at + from);
    this.values.copyWithin(target + from + list.length, at + to, at + length);
    this.values.set(list, target + from);
    if (!stays) this.remove(at, length);
    return target;
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

  private allocate(length: number): number {
    const room = roomOf(length);
    return this.free.get(room)?.pop() ?? this.append(room);
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

/** Of the sizes between two powers of two there are four, so that a list that grows moves seldom and leaves little behind. */
function roomOf(length: number): number {
  if (length <= exactUpTo) return length;
  const granule = 2 ** (29 - Math.clz32(length - 1));
  return Math.ceil(length / granule) * granule;
}
