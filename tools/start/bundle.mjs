// The services in a few files each, as `npm start` runs them: Node.js takes a millisecond for each module that it looks for, reads and
// links, and a service has more than three thousand, its packages included. They are scripts and not modules, since of those alone V8
// gives its compiled code to be kept (kept-code.mjs). What the compiler wrote stays beside them, and is the same: tests run that, but
// for the programs that they start.
import { writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { bundled, programs } from './programs.mjs';
import { root } from './stamp.mjs';

const dist = join(root, 'dist') + sep;

/**
 * Stay where they are: those that find files of their own by where they are or are machine code, those that are loaded when
 * something is first asked for that most starts never are, and those that are looked for and done without.
 */
const left = [
  '@fastify/middie',
  '@fastify/static',
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  '@node-rs/argon2',
  '@opentelemetry',
  'fzstd',
  'imapflow',
  'kafkajs',
  'lz4js',
  'mailparser',
  'nodemailer',
  'pdfkit',
  'pg-native',
  'pg-query-stream',
  'pino-pretty',
  'snappyjs',
  'supertest',
];

export async function bundle() {
  const bundling = await rolldown({
    cwd: root,
    input: bundled,
    platform: 'node',
    external: (id) => isLeft(id.split(sep).join('/')),
    plugins: [{ name: 'scripts', transform }],
    logLevel: 'warn',
  });
  const { output } = await bundling.write({
    dir: programs,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // Names of classes are names of commands, migrations and parts.
    keepNames: true,
  });
  await bundling.close();
  for (const { type, fileName, code } of output)
    if (type === 'chunk') writeFileSync(join(programs, fileName), inOneByteEach(imported(code)), 'latin1');
}

/** By its name, or by its path below `node_modules`. */
const isLeft = (id) => {
  const name = id.slice(id.lastIndexOf('/node_modules/') + 1).replace(/^node_modules\//, '');
  return left.some((one) => name === one || name.startsWith(`${one}/`));
};

function transform(code, id) {
  if (!id.startsWith(dist)) return null;
  const here = keepPlace(code, relative(programs, id).split(sep).join('/'));
  return { code: entries.has(id) ? waitInFunction(here) : here, map: null };
}

/**
 * What is still loaded by `import()` is a package that is left where it is. Node.js 20 knows of no `import()` in code that was kept, so that
 * whoever runs that brings it along.
 */
const imported = (code) =>
  `var importFrom = importFrom || ((name) => import(name));\n${code.replaceAll(/(?<![.\w])import\((?=["']|\w+\)(?! \{))/g, 'importFrom(')}`;

/** A single letter beyond ASCII makes V8 hold ten megabytes of text in two bytes for each letter. */
function inOneByteEach(code) {
  if (/String\.raw`[^`]*[^\0-\x7f]/.test(code))
    throw new Error('A raw template says its escapes: no letters beyond ASCII there.');
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return code.replaceAll(/[^\0-\x7f]/g, escaped);
}

const entries = new Set(Object.values(bundled));

/** What a module says of where it is holds for where it was. */
const keepPlace = (code, place) =>
  code
    .replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`)
    .replaceAll('import.meta.dirname', `\`\${__dirname}/${dirname(place)}\``);

/** Scripts can't wait outside of functions: a program does so from behind its imports on. */
function waitInFunction(code) {
  const [last] = [...code.matchAll(/^import .*$/gm)].slice(-1);
  const begin = last.index + last[0].length;
  return `${code.slice(0, begin)}\nvoid (async () => {${code.slice(begin)}\n})();\n`;
}
