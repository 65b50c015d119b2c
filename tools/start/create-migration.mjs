// `npm run migration:create -- api paused-assistants`: a migration with its time and its class, and where to list it.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpIfAsked } from './help.mjs';
import { root as repository } from './stamp.mjs';

const apps = ['api', 'matcher'];
/** Times of migrations are whole seconds. */
const secondMs = 1_000;

/**
 * Writes the file below `root`; it runs after all that the app has, whatever the clock says.
 * @returns its path from `root`, and its class
 */
export function createMigration(root, app, name, now = Date.now()) {
  if (!apps.includes(app)) throw new Error(`The app is ${apps.join(' or ')}, not ${app ?? 'left out'}.`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name ?? ''))
    throw new Error('The name is in kebab-case, as in paused-assistants.');
  const folder = join('apps', app, 'src', 'migrations');
  const last = Math.max(0, ...readdirSync(join(root, folder)).map((file) => Number.parseInt(file, 10) || 0));
  const time = Math.max(Math.floor(now / secondMs) * secondMs, last + secondMs);
  const className = `${name.replace(/(?:^|-)(.)/g, (_, letter) => letter.toUpperCase())}${time}`;
  const file = join(folder, `${time}-${name}.ts`);
  writeFileSync(join(root, file), textOf(app, className), { flag: 'wx' });
  return { file, className };
}

const textOf = (app, className) => `import { ForwardMigration } from '#platform/database';

/** Says why: what this makes possible, and what it does to rows that are there. */
export class ${className} extends ForwardMigration {
  readonly statements = [\`ALTER TABLE ${app}.…\`];
}
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  helpIfAsked(
    'npm run migration:create -- <api|matcher> <what-it-is-about>: writes a migration, and says where to list it.',
  );
  try {
    const { file, className } = createMigration(repository, ...process.argv.slice(2));
    console.log(`${file} is there. Fill it in, and list ${className} last in the feature or app that it belongs to:`);
    console.log(
      'api: `migrations` in apps/api/src/<feature>/index.ts; matcher: `migrations` in apps/matcher/src/data-source.ts.',
    );
  } catch (error) {
    console.error(error.message);
    console.error('npm run migration:create -- <api|matcher> <what-it-is-about>');
    process.exitCode = 2;
  }
}
