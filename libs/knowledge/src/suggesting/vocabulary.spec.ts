import { Vocabulary } from './vocabulary.js';

describe('the numbers of features', () => {
  it('are given in the order in which they come, the same to the same, however many there are', () => {
    const vocabulary = new Vocabulary();
    const keys = Array.from({ length: 50_000 }, (_, at) => `ca:pare${at} raula`);
    expect(keys.map((key) => vocabulary.numbered(key))).toEqual([...keys.keys()]);
    expect(keys.map((key) => vocabulary.featureOf(key))).toEqual([...keys.keys()]);
    expect([vocabulary.numbered(keys[7]!), vocabulary.featureOf('ca:paraula'), vocabulary.size]).toEqual([
      7,
      undefined,
      50_000,
    ]);
  });
});
