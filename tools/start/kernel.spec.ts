import path from 'node:path';
import { pathToFileURL } from 'node:url';

interface Kernel {
  /** Null where its compiler isn't installed. */
  compiledKernel(): Buffer | null;
  keptKernel(): Buffer;
  digestOfSource(): string;
  sourceOfKeptKernel(): string;
}
const { compiledKernel, digestOfSource, keptKernel, sourceOfKeptKernel } = (await import(
  pathToFileURL(path.resolve(import.meta.dirname, '../../../tools/start/kernel.mjs')).href
)) as Kernel;

describe('the kernel of the search, as it is kept', () => {
  it('was made of its source as that is now (npm run kernel makes it anew)', () => {
    expect(sourceOfKeptKernel()).toBe(digestOfSource());
  });

  it('is what its compiler makes of it, where that is installed', () => {
    const compiled = compiledKernel() ?? keptKernel();
    expect(compiled.equals(keptKernel())).toBe(true);
  });
});
