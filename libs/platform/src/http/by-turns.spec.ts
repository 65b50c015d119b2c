import { ByTurns } from './by-turns.js';

describe('calls that come at the same moment', () => {
  it('are taken in the order in which they came, and whoever else has come is served in between', async () => {
    const turns = new ByTurns();
    const taken: (number | string)[] = [];
    const calls = Array.from({ length: 20 }, (_, call) => call);
    const all = Promise.all(
      calls.map((call) => new Promise<void>((done) => turns.take(() => done(work(() => taken.push(call)))))),
    );
    setImmediate(() => taken.push('somebody else'));
    await all;
    expect(taken.filter((one) => one !== 'somebody else')).toEqual(calls);
    expect(taken.indexOf('somebody else')).toBeLessThan(calls.length);
  });

  it('are taken again after all have been taken once', async () => {
    const turns = new ByTurns();
    await new Promise<void>((done) => turns.take(done));
    await new Promise<void>((done) => turns.take(done));
  });
});

/** Two milliseconds of it. */
function work(end: () => unknown): void {
  for (const until = performance.now() + 2; performance.now() < until;);
  end();
}
