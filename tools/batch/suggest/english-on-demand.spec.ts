import { ownCatalogue, ownSearchIndex } from '#knowledge/suggesting';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EnglishOnDemand } from './english-on-demand.js';
import { cacheFolder } from './kept-vectors.js';

const source = { ...ownCatalogue(), duties: ownCatalogue().duties.slice(0, 2) };
const index = ownSearchIndex();
const [english, other] = ['nobody answers the phone', 'the inbox is full'];

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'vectors '))));
afterEach(() => rm(folder, { recursive: true }));

/** An encoder of four numbers, which knows each text by its length and what it was trained with. */
function someEncoder(training: number) {
  const asked: string[] = [];
  const loaded: number[] = [];
  const load = async () => {
    loaded.push(training);
    return async (texts: readonly string[]) => {
      asked.push(...texts);
      return texts.map((text) => Float32Array.from([1, text.length, training, 1]));
    };
  };
  return { asked, loaded, load };
}
const noRemark = (reason: string): never => {
  throw new Error(reason);
};

describe('the meaning of English on demand', () => {
  it('is loaded by the first English text, and not by others', async () => {
    const { loaded, load } = someEncoder(1);
    const meanings = new EnglishOnDemand(source, folder, noRemark, load);
    await expect(meanings.of('nadie contesta el teléfono', null, index)).resolves.toBeNull();
    expect(loaded).toEqual([]);
    const said = await Promise.all([english, other].map((text) => meanings.of(text!, null, index)));
    expect(said.map((one) => [...one!.parts.keys()])).toEqual([[english], [other]]);
    expect(loaded).toHaveLength(1);
  });

  it('needs phrases encoded only once for many runs', async () => {
    const first = someEncoder(1);
    const before = await new EnglishOnDemand(source, folder, noRemark, first.load).of(english, null, index);
    const second = someEncoder(1);
    const after = await new EnglishOnDemand(source, folder, noRemark, second.load).of(english, null, index);
    expect(after).toEqual(before);
    expect(first.asked.length).toBeGreaterThan(40);
    expect(second.asked).toEqual([first.asked[0], english]);
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^english-phrases-[0-9a-f]{32}\.bin$/)]);
  });

  it('is made anew where what was kept is damaged, or another model made it', async () => {
    const first = someEncoder(1);
    await new EnglishOnDemand(source, folder, noRemark, first.load).ready();
    const retrained = someEncoder(1000);
    const said = await new EnglishOnDemand(source, folder, noRemark, retrained.load).of(english, null, index);
    expect(retrained.asked.length).toBeGreaterThan(first.asked.length);
    expect(said!.phraseEmbeddings.every((vector) => vector[2] === 1000)).toBe(true);
    const [name] = await readdir(folder);
    await writeFile(join(folder, name!), Buffer.alloc(4000));
    const again = someEncoder(1000);
    await new EnglishOnDemand(source, folder, noRemark, again.load).ready();
    expect(again.asked).toHaveLength(first.asked.length);
  });

  it('does without a place to keep it', async () => {
    const { load } = someEncoder(1);
    const file = join(folder, 'a file');
    await writeFile(file, '');
    await expect(new EnglishOnDemand(source, file, noRemark, load).ready()).resolves.toBe(true);
  });

  it('is nothing where there is no encoder, which is told once', async () => {
    const told: string[] = [];
    const load = (): Promise<never> => Promise.reject(new Error('not installed\nat all'));
    const meanings = new EnglishOnDemand(source, folder, (reason) => told.push(reason), load);
    for (const text of [english, other]) await expect(meanings.of(text!, null, index)).resolves.toBeNull();
    await expect(meanings.ready()).resolves.toBe(false);
    expect(told).toEqual(['not installed']);
  });
});

describe('the cache folder', () => {
  it('is where the user keeps caches', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'ajudant'));
    expect(cacheFolder({})).toMatch(/\.cache.ajudant$/);
  });
});
