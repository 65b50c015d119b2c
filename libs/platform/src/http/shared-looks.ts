/** A look that is under way, and the one that begins after it, if anybody waits for that. */
interface UnderWay<Found> {
  readonly ended: Promise<unknown>;
  next: Promise<Found> | null;
}

/**
 * Looks that many want at the same time. Whoever asks while one is under way shares the next one with all others who do: so
 * nobody is given what was true before asking, and however many ask, there is one look at a time for each key.
 */
export class SharedLooks<Found> {
  private readonly underWay = new Map<string, UnderWay<Found>>();

  of(key: string, look: () => Promise<Found>): Promise<Found> {
    const running = this.underWay.get(key);
    if (running === undefined) return this.begin(key, look);
    return (running.next ??= running.ended.then(() => this.begin(key, look)));
  }

  private begin(key: string, look: () => Promise<Found>): Promise<Found> {
    const found = look();
    const over = (): void => void (running.next === null && this.underWay.delete(key));
    const running: UnderWay<Found> = { ended: found.then(over, over), next: null };
    this.underWay.set(key, running);
    return found;
  }
}
