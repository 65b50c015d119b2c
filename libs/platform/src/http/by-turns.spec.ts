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

  it('are taken however one before them fails, which is told as of any that nobody waits for', async () => {
    const turns = new ByTurns();
    const told = nextUncaught();
    turns.take(() => {
      throw new Error('of this call alone');
    });
    const behind = new Promise<void>((done) => turns.take(done));
    expect(await told).toMatchObject({ message: 'of this call alone' });
    await behind;
    await new Promise<void>((done) => turns.take(done));
  });
});

/** What nobody caught, in the place of those who else would hear of it: the test's runner. */
async function nextUncaught(): Promise<unknown> {
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  const error = await new Promise((resolve) => process.once('uncaughtException', resolve));
  for (const other of others) process.on('uncaughtException', other);
  return error;
}

/** Two milliseconds of it. */
function work(end: () => unknown): void {
  for (const until = performance.now() + 2; performance.now() < until;);
  end();
}
