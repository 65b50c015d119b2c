// After `npm ci`: drops from node_modules what packages carry for browsers, for bundlers, and for their own debugging, types and tests.
// npm can't leave files of a package out, and together they are a quarter of what is installed (docs/adr/0015-a-lean-install.md).
//
// It only ever removes, only below node_modules, and only what no entry for Node.js leads to; a folder that a later version no longer has
// is passed over. Nothing depends on its having run: `npm ci --ignore-scripts` installs the same, only larger, and its failure
// doesn't fail an install (package.json).
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** Folders by the package that has them. */
const unused = {
  bintrees: ['test'],
  'class-validator': ['bundles', 'esm5'],
  fastify: ['docs', 'test'],
  'libphonenumber-js': ['bundle'],
  rxjs: ['dist/bundles', 'dist/esm5', 'src'],
  typeorm: ['browser'],
};
/** Packages whose types only their own code would ask for: nothing that we compile names them. */
const untyped = ['es-toolkit'];

for (const [name, folders] of Object.entries(unused)) {
  for (const folder of folders) rmSync(join(packages, name, folder), { recursive: true, force: true });
}
removeFiles(packages, /\.map$/);
for (const name of untyped) removeFiles(join(packages, name), /\.d\.m?ts$/);

function removeFiles(folder, ending) {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (file.isFile() && ending.test(file.name)) rmSync(join(file.parentPath, file.name), { force: true });
  }
}
