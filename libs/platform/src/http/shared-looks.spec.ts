import { SharedLooks } from './shared-looks.js';

describe('a look that many want', () => {
  const looks = new SharedLooks<number>();
  let truth = 0;
  let looked = 0;
  const pending: (() => void)[] = [];
  const look = (): Promise<number> => {
    looked += 1;
    const seen = truth;
    return new Promise((resolve) => pending.push(() => resolve(seen)));
  };
  const answerAll = async (): Promise<void> => {
    for (const answer of pending.splice(0)) answer();
    await new Promise(setImmediate);
  };

  it('is shared by those who ask while another is under way, and is none from before they asked', async () => {
    const first = looks.of('key', look);
    truth = 1;
    const others = [looks.of('key', look), looks.of('key', look), looks.of('key', look)];
    await answerAll();
    truth = 2;
    const later = looks.of('key', look);
    await answerAll();
    await answerAll();
    expect([await first, await Promise.all(others), await later, looked]).toEqual([0, [1, 1, 1], 2, 3]);
  });

  it('is made by each for themselves where nobody else asks, or asks for something else', async () => {
    looked = 0;
    const both = [looks.of('key', look), looks.of('other', look)];
    await answerAll();
    expect(await Promise.all(both)).toEqual([2, 2]);
    const again = looks.of('key', look);
    await answerAll();
    expect([await again, looked]).toEqual([2, 3]);
  });

  it('that fails fails those who share it alone', async () => {
    const failing = looks.of('key', () => Promise.reject(new Error('no database')));
    const next = looks.of('key', look);
    await expect(failing).rejects.toThrow('no database');
    await answerAll();
    expect(await next).toBe(2);
  });
});
