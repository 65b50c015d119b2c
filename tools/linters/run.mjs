// Runs what looks over the whole: oxlint, dependency-cruiser (who may import whom), knip (what nobody uses), Redocly's and Spectral's rules for the
// descriptions of API and events. They take 133 MB, so they are a package of their own: `npm run check:install` installs them here, and until then this says that they were left out.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/stamp.mjs';

const own = join(root, 'tools', 'linters');
const description = join('docs', 'openapi.json');
const events = join('docs', 'asyncapi.json');
const linters = [
  ['oxlint', join('oxlint', 'bin', 'oxlint'), []],
  ['dependency-cruiser', join('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), ['apps', 'libs', 'tools']],
  ['knip', join('knip', 'bin', 'knip.js'), []],
  [
    'redocly',
    join('@redocly', 'cli', 'bin', 'cli.js'),
    ['lint', description, '--config', join(own, 'redocly.yaml'), '--format', 'stylish'],
  ],
  [
    'spectral',
    join('@stoplight', 'spectral-cli', 'dist', 'index.js'),
    ['lint', description, events, '--ruleset', join(own, 'spectral.yaml'), '--fail-severity', 'warn'],
  ],
];
/** A check asks nobody outside and tells nobody. */
const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

for (const [name, program, args] of linters) {
  const file = join(own, 'node_modules', program);
  if (!existsSync(file)) {
    console.error(`${name} is not installed and was left out: npm run check:install`);
    continue;
  }
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
