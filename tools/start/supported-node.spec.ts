import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { isSupported } = (await import(
  pathToFileURL(path.resolve(import.meta.dirname, '../../../tools/start/supported-node.mjs')).href
)) as { isSupported: (version: string, range?: string) => boolean };

describe('the Node.js that is there', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '22.20.1', '24.0.0', '26.3.1'])('will do: %s', (version) => {
    expect(isSupported(version, '^20.19 || >=22.12')).toBe(true);
  });

  it.each(['16.20.2', '18.20.4', '20.18.1', '21.7.0', '22.11.0'])('will not: %s', (version) => {
    expect(isSupported(version, '^20.19 || >=22.12')).toBe(false);
  });

  it('is the one that runs this, by the range of package.json', () => {
    expect(isSupported(process.versions.node)).toBe(true);
  });
});
