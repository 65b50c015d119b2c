// Specs of what the page works out by itself, made so that Jest runs them like all others: the page is written for a bundler
// (docs/adr/0080-specs-of-the-page-in-jest.md).
import { readdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './stamp.mjs';

const page = join(root, 'apps', 'web', 'src');
/** Beside what Vite makes, which empties its folder. */
const made = join(root, 'dist', 'apps', 'web-specs');

export async function bundlePageSpecs() {
  rmSync(made, { recursive: true, force: true });
  const specs = readdirSync(page, { recursive: true }).filter((name) => name.endsWith('.spec.ts'));
  const bundling = await rolldown({
    cwd: root,
    input: Object.fromEntries(
      specs.map((name) => [name.split(sep).join('/').slice(0, -'.ts'.length), join(page, name)]),
    ),
    platform: 'node',
    // The client is TypeScript as well.
    external: (id) => !id.startsWith('.') && !isAbsolute(id) && id !== '@ajudant/client',
    logLevel: 'warn',
  });
  await bundling.write({ dir: made, format: 'esm', sourcemap: true, chunkFileNames: 'shared/[name]-[hash].js' });
  await bundling.close();
}
