// The services in a few files each, as `npm start` runs them: Node.js takes a millisecond for each module that it looks for, reads and
// links, and a service has more than two thousand. What the compiler wrote stays beside them, and is the same: tests run
// that, but for the programs that they start.
import { dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { bundled, programs } from './programs.mjs';
import { root } from './stamp.mjs';

const dist = join(root, 'dist') + sep;

/** Many small files each. All others find their own files by where they are, or are a single one already. */
const packages = ['@nestjs', 'csv-parse', 'es-toolkit', 'fast-xml-parser', 'file-type', 'jose', 'strtok3', 'uuid'];
/** Nest looks for these, and does without. */
const absent = /^@nestjs\/(microservices|platform-express|websockets)/;

export async function bundle() {
  const bundling = await rolldown({
    cwd: root,
    input: bundled,
    platform: 'node',
    external: (id) => absent.test(id) || !isTaken(id.split(sep).join('/')),
    plugins: [{ name: 'places', transform: keepPlace }],
    logLevel: 'warn',
  });
  // Names of classes are names of commands, migrations and parts.
  await bundling.write({ dir: programs, format: 'esm', keepNames: true });
  await bundling.close();
}

const isTaken = (id) =>
  /^[#./]|^\w:/.test(id) ? isOwnFile(id) : packages.some((name) => id === name || id.startsWith(`${name}/`));

/** What is asked for by a path, from within what is taken. */
const isOwnFile = (id) =>
  !id.includes('/node_modules/') || packages.some((name) => id.includes(`/node_modules/${name}/`));

/** What a module says of where it is holds for where it was. */
function keepPlace(code, id) {
  if (!id.startsWith(dist) || !code.includes('import.meta.')) return null;
  const place = relative(programs, id).split(sep).join('/');
  return {
    code: code
      .replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`)
      .replaceAll('import.meta.dirname', `\`\${import.meta.dirname}/${dirname(place)}\``),
    map: null,
  };
}
