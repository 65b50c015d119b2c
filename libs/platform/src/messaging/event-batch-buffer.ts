import type { EventEnvelope } from '#contracts/envelope';
import type { EventBatch } from './event-batch.js';

/** Events; who is behind by more reads them from the journal, when it gets there. */
const maxHeld = 500;

/** Batches that came ahead of a reader's cursor, joined, so that it need not read them from the journal. */
export class EventBatchBuffer {
  private held: EventBatch | null = null;

  constructor(private readonly isWanted: (event: EventEnvelope) => boolean = () => true) {}

  add({ after, events, end }: EventBatch): void {
    const { held } = this;
    const continues = held !== null && after <= held.end;
    const fresh = events.filter((event) => this.isWanted(event) && !(continues && event.position <= held.end));
    this.held = continues
      ? { after: held.after, events: [...held.events, ...fresh], end: Math.max(held.end, end) }
      : { after, events: fresh, end };
    if (this.held.events.length > maxHeld) this.held = null;
  }

  /** Takes what comes right after a position; null where there is nothing, or something in between is missing. */
  take(position: number): EventBatch | null {
    const { held } = this;
    if (held === null || held.after > position) return null;
    this.held = null;
    if (held.end <= position) return null;
    return { after: position, events: held.events.filter((event) => event.position > position), end: held.end };
  }

  /** Whether something is missing between a position and what is held. */
  hasGapAfter(position: number): boolean {
    return this.held !== null && this.held.after > position;
  }

  clear(): void {
    this.held = null;
  }
}
