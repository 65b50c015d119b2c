import { Sweep } from '#platform/scheduling';
import { dayMs, PlayedClock, PlayedTime, presentTime } from './demo-time.js';

class Noting extends Sweep {
  readonly swept: string[] = [];

  constructor() {
    super({ name: 'noting', everySeconds: 3_600 });
  }

  override async sweep(now: string): Promise<number> {
    this.swept.push(now);
    return 0;
  }
}

describe('the time of the demo', () => {
  it('begins some days ago, and has what falls due happen as it goes on', async () => {
    const [clock, sweep, present] = [new PlayedClock(), new Noting(), Date.now()];
    const time = new PlayedTime(clock, () => [sweep]);
    time.beginAgo(60);
    for (const daysAgo of [53, 46, 0]) await time.goTo(present - daysAgo * dayMs);
    const daysAgoOf = (instant: string): number => Math.round((present - Date.parse(instant)) / dayMs);
    expect(sweep.swept.map(daysAgoOf)).toEqual([53, 46, 0]);
  });

  it('never goes back, nor ahead of the present', async () => {
    const clock = new PlayedClock();
    const time = new PlayedTime(clock, () => []);
    time.beginAgo(10);
    await time.goTo(Date.now() - 20 * dayMs);
    expect(Math.round((Date.now() - time.now()) / dayMs)).toBe(10);
    await time.goTo(Date.now() + dayMs);
    expect(time.now()).toBeLessThanOrEqual(Date.now());
  });

  it('is the present where the clock is nobody’s to set', async () => {
    presentTime.beginAgo(60);
    await presentTime.goTo(0);
    expect(Date.now() - presentTime.now()).toBeLessThan(dayMs);
  });
});
