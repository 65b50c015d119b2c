import { existsSync } from 'node:fs';
import path from 'node:path';

const dist = path.join(import.meta.dirname, '../../../..');

/**
 * For a program that specs start again and again: the bundle of it, where the build has made one (tools/start/programs.mjs),
 * since to find, read and link its modules takes most of the time of its start.
 * @param file what the compiler wrote
 */
export function quickestProgram(file: string): string {
  const name = path.relative(dist, file).split(path.sep).join('.').replace(/js$/, 'cjs');
  const bundle = path.join(dist, 'programs', name);
  return existsSync(bundle) ? bundle : file;
}
