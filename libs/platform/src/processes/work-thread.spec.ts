import { WorkThread } from './work-thread.js';

describe('work in a thread of its own', () => {
  const program = new URL('specimen/specimen-worker.js', import.meta.url);
  const thread = new WorkThread<string, string>(program, { name: 'specimen', queueLimit: 3 });
  afterAll(() => thread.end());

  it('is done in the order in which it is asked for', async () => {
    const done: string[] = [];
    const ask = async (question: string) => done.push(await thread.ask(question));
    await Promise.all([ask('a'), ask('b'), ask('c')]);
    expect(done).toEqual(['A', 'B', 'C']);
  });

  it('refuses and fails as it would here', async () => {
    await expect(thread.ask('refuse')).rejects.toMatchObject({
      code: 'specimen.refused',
      details: { at: ['lines', 3] },
    });
    await expect(thread.ask('fail')).rejects.toThrow('specimen: TypeError: not like this');
  });

  it('is refused where too much waits already', async () => {
    const some = ['a', 'b', 'c'].map((question) => thread.ask(question));
    await expect(thread.ask('d')).rejects.toMatchObject({ code: 'request.too-many' });
    expect(await Promise.all(some)).toEqual(['A', 'B', 'C']);
  });

  it('fails for those who wait where the thread ends, and goes on with another', async () => {
    const some = ['end', 'a'].map((question) => thread.ask(question));
    await Promise.all(some.map((one) => expect(one).rejects.toThrow('specimen: the thread has ended')));
    expect(await thread.ask('b')).toBe('B');
  });
});
