/** How far a member of a group has come in its partitions: the next offset to handle and the end of each. */
export class PartitionOffsets {
  /** Null until the group has said for the first time which are this member's. */
  private offsets: Map<string, { next: bigint | null; end: bigint | null }> | null = null;

  /** The partitions that are this member's from now on; what is known of those it had stays known. */
  assign(partitions: Iterable<readonly [topic: string, partition: number]>): void {
    const before = this.offsets;
    this.offsets = new Map(
      [...partitions].map(([topic, partition]) => {
        const name = nameOf(topic, partition);
        return [name, before?.get(name) ?? { next: null, end: null }];
      }),
    );
  }

  /** Partitions may be others now, under the same names. */
  forget(): void {
    this.offsets = null;
  }

  /** What lies in a partition from now on: where a reader would begin, unless it has begun, and the end. */
  observed(topic: string, partition: number, start: bigint, end: bigint): void {
    const known = this.offsets?.get(nameOf(topic, partition));
    if (known === undefined) return;
    known.next ??= start;
    if (known.end === null || known.end < end) known.end = end;
  }

  handled(topic: string, partition: number, offset: bigint): void {
    const known = this.offsets?.get(nameOf(topic, partition));
    if (known !== undefined) known.next = offset + 1n;
  }

  /** Where to read on in a partition; null when nothing was read. */
  next(topic: string, partition: number): bigint | null {
    return this.offsets?.get(nameOf(topic, partition))?.next ?? null;
  }

  /** Messages that wait; null until the member knows its partitions, and how far it is in each. */
  get lag(): number | null {
    if (this.offsets === null) return null;
    let sum = 0n;
    for (const { next, end } of this.offsets.values()) {
      if (next === null || end === null) return null;
      if (end > next) sum += end - next;
    }
    return Number(sum);
  }
}

const nameOf = (topic: string, partition: number): string => `${topic}/${partition}`;
