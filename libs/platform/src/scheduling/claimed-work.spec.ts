import { eventually } from '#platform/testing';
import { ClaimedWork } from './claimed-work.js';

/** Done one by one, in two places, but for what is slow: that ends when the service does. */
class Errands extends ClaimedWork<string> {
  readonly begun: string[] = [];
  isGivenUp = false;

  constructor(private readonly due: string[]) {
    super('errands', 2);
  }

  protected async claim(atMost: number): Promise<string[]> {
    return this.due.splice(0, atMost);
  }

  protected async work(errand: string, stopping: AbortSignal): Promise<void> {
    this.begun.push(errand);
    if (errand === 'failing') throw new Error('nobody is in');
    if (errand !== 'slow') return;
    await new Promise((resolve) => stopping.addEventListener('abort', resolve));
    this.isGivenUp = true;
  }
}

describe('work that is claimed', () => {
  it('goes on beside what is slow and after what fails, and what is under way is given up at the end', async () => {
    const errands = new Errands(['slow', 'failing', 'quick', 'quick too']);
    errands.onApplicationBootstrap();
    await eventually(() => expect(errands.begun).toEqual(['slow', 'failing', 'quick', 'quick too']));
    expect(errands.isGivenUp).toBe(false);
    await errands.beforeApplicationShutdown();
    expect(errands.isGivenUp).toBe(true);
  });
});
