// Makes the page with Vite, and compresses it once, and not at each request. A process of its own (tools/start/page.mjs), while others compile.
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const made = at('../../../dist/apps/web');
const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

await build({ configFile: at('../vite.config.ts'), logLevel: 'warn' });
await Promise.all(
  readdirSync(made, { recursive: true })
    .filter((name) => /\.(js|css|svg|html)$/.test(name))
    .map((name) => compress(join(made, name))),
);

async function compress(file) {
  const content = await readFile(file);
  const [zipped, smaller] = await Promise.all([
    toGzip(content),
    toBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  ]);
  await Promise.all([writeFile(`${file}.gz`, zipped), writeFile(`${file}.br`, smaller)]);
}
