import type { EventEnvelope } from '#contracts/envelope';
import type { Stretch } from './journal.js';

/** Who is behind by more than that reads it from the journal, when it gets there. */
const maxHeld = 500;

/** What a reader was told of ahead of its place, so that it need not ask the journal for it. */
export class StretchBuffer {
  private held: Stretch | null = null;

  constructor(private readonly isWanted: (event: EventEnvelope) => boolean = () => true) {}

  add({ after, events, end }: Stretch): void {
    const { held } = this;
    const continues = held !== null && after <= held.end;
    const fresh = events.filter((event) => this.isWanted(event) && !(continues && event.position <= held.end));
    this.held = continues
      ? { after: held.after, events: [...held.events, ...fresh], end: Math.max(held.end, end) }
      : { after, events: fresh, end };
    if (this.held.events.length > maxHeld) this.held = null;
  }

  /** Takes what comes right after a place; null where there is nothing, or something in between isn't known. */
  take(position: number): Stretch | null {
    const { held } = this;
    if (held === null || held.after > position) return null;
    this.held = null;
    if (held.end <= position) return null;
    return { after: position, events: held.events.filter((event) => event.position > position), end: held.end };
  }

  /** Whether what is held lies beyond a place, with something unknown in between. */
  isBeyond(position: number): boolean {
    return this.held !== null && this.held.after > position;
  }

  forget(): void {
    this.held = null;
  }
}
