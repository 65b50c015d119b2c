// Compiles applications, libraries and tools, with their tests, into dist. Beside that, each in a process of its own, types are looked at and the
// page is made, which begins at once: types are nothing to it.
import './supported-node.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { prepareOutput, setStamp } from './output.mjs';
import { bundlePageSpecs } from './page-specs.mjs';
import { buildPage } from './page.mjs';
import { root } from './stamp.mjs';

prepareOutput();
const page = buildPage();
const { writeClientSchema } = await import('./client-schema.mjs');
await writeClientSchema();
// What the build itself writes among the sources is older than that, or the next start would build again.
const startedAt = new Date();
const types = once(
  spawn(process.execPath, [join(root, 'tools', 'start', 'check-types.mjs')], { cwd: root, stdio: 'inherit' }),
  'exit',
);
const { keepNote, writeAll } = await import('./compile.mjs');
const written = writeAll();
if (written) await Promise.all([bundle(), bundlePageSpecs()]);
const [made, [typesStatus]] = await Promise.all([page, types]);
if (written) keepNote();
if (!written || !made || typesStatus !== 0) {
  console.error('The build failed.');
  process.exit(1);
}
setStamp(startedAt);
console.error(`Built in ${(performance.now() / 1000).toFixed(1)} s.`);
