// Puts the client together as others install it: `dist/packages/client` with code, types, licence and README, and its tarball by `npm pack`.
// The page takes the sources as they are (libs/client/package.json), so the package has a package.json of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { argv } from 'node:process';
import ts from 'typescript';
import { writeClientSchema } from '../start/client-schema.mjs';
import { root } from '../start/stamp.mjs';

const home = join(root, 'libs', 'client');
const sources = join(home, 'src');
const folder = argv[2] ?? join(root, 'dist', 'packages', 'client');
const options = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  declaration: true,
  isolatedDeclarations: true,
};

await writeClientSchema();
rmSync(folder, { recursive: true, force: true });
const files = readdirSync(sources, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
for (const name of files) {
  const fileName = join(sources, name);
  const text = readFileSync(fileName, 'utf8');
  const code = ts.transpileModule(text, { compilerOptions: options, fileName });
  const types = ts.transpileDeclaration(text, { compilerOptions: options, fileName, reportDiagnostics: true });
  for (const { messageText } of types.diagnostics ?? []) {
    throw new Error(`${relative(root, fileName)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  }
  const out = join(folder, 'lib', name);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out.replace(/\.ts$/, '.js'), code.outputText);
  writeFileSync(out.replace(/\.ts$/, '.d.ts'), types.outputText);
}

const { name, version, dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const { engines, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const manifest = {
  name,
  version,
  description: 'The client of Ajudant’s API, and its command line.',
  license,
  type: 'module',
  engines,
  exports: { '.': { types: './lib/index.d.ts', default: './lib/index.js' } },
  bin: { ajudant: './lib/command-line/main.js' },
  files: ['lib'],
  dependencies,
};
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
cpSync(join(home, 'README.md'), join(folder, 'README.md'));
cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--json'], { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' }),
);
console.log(join(folder, packed.filename));
