import { ApiProblem } from '@ajudant/client';

/** One intention has one key: a double click, a lost answer and another try are the same request to the API. */
export class Intention {
  private current: { readonly key: string; readonly given: string } | null = null;

  /** The `Idempotency-Key` of something that is done with what is given; anything else that is given is another intention. */
  keyOf(given: unknown): string {
    const text = JSON.stringify(given ?? null);
    if (this.current?.given !== text) this.current = { key: crypto.randomUUID(), given: text };
    return this.current.key;
  }

  /** It was done: who does the same again wants it twice. */
  done(): void {
    this.current = null;
  }

  /** What was refused was decided on; another try is another intention. Where no answer came, it is the same one. */
  failed(problem: unknown): void {
    if (problem instanceof ApiProblem && problem.status < 500) this.current = null;
  }
}
