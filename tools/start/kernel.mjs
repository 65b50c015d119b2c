// The vector kernel of the matcher's search is kept compiled, so that nobody needs its compiler (100 MB) who doesn't change it.
// `npm run kernel` installs the compiler beside its source and compiles it; the binary says which source it was made of.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './stamp.mjs';

const folder = join('apps', 'matcher', 'src', 'search', 'kernel');
const source = join(root, folder, 'filter-kernel.ts');
const compiler = join(root, folder, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const binary = join(root, folder, 'filter-kernel.wasm');
const section = 'source-sha256';
const options = ['--runtime', 'stub', '--initialMemory', '8', '--enable', 'simd', '-O3', '--noAssert'];

/** To where the compiled matcher looks for it. */
export function copyKernel() {
  const compiled = join(root, 'dist', folder, 'filter-kernel.wasm');
  mkdirSync(dirname(compiled), { recursive: true });
  copyFileSync(binary, compiled);
}

/** The kernel compiled from its source as that is now; null where its compiler isn't installed. */
export function compiledKernel() {
  if (!existsSync(compiler)) return null;
  const into = mkdtempSync(join(tmpdir(), 'ajudant-kernel-'));
  try {
    const made = join(into, 'kernel.wasm');
    const { status } = spawnSync(process.execPath, [compiler, source, '--outFile', made, ...options], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new Error('The kernel does not compile.');
    return Buffer.concat([readFileSync(made), customSection(section, digestOfSource())]);
  } finally {
    rmSync(into, { recursive: true });
  }
}

/** The kernel as it is kept. */
export function keptKernel() {
  return readFileSync(binary);
}

/** Which source the kernel as it is kept was made of, by its digest. */
export function sourceOfKeptKernel() {
  const [said] = WebAssembly.Module.customSections(new WebAssembly.Module(keptKernel()), section);
  return Buffer.from(said ?? new ArrayBuffer(0)).toString('utf8');
}

export function digestOfSource() {
  return createHash('sha256').update(readFileSync(source, 'utf8').replaceAll('\r\n', '\n')).digest('hex');
}

/** Bytes that a WebAssembly module may end with and that do nothing; name and content have less than 128 bytes together. */
function customSection(name, content) {
  return Buffer.from([0, 1 + name.length + content.length, name.length, ...Buffer.from(name), ...Buffer.from(content)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const compiled = compiledKernel();
  if (compiled === null) throw new Error('The compiler of the kernel is missing: npm run kernel installs it.');
  writeFileSync(binary, compiled);
}
