import { StartFailure } from '#platform/processes';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { serverEnvironment } from '../../libs/platform/src/database/embedded/binaries.js';
import type { ServerAccount } from '../../libs/platform/src/database/embedded/server-account.js';

const needed = ['initdb', 'postgres', 'pg_dump', 'pg_dumpall', 'pg_restore', 'psql'] as const;
type Program = (typeof needed)[number];

/** Where Debian and others put them, a folder for each version; PATH has only those of one, and not all of them. */
const places = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt'];

/** PostgreSQL's own programs, which come with a server and not with the embedded database: those that back up have to be of its version. */
export class PostgresPrograms {
  private constructor(private readonly folder: string) {}

  /** @throws StartFailure where they are not installed */
  static find(): PostgresPrograms {
    const versions = places.flatMap((place) =>
      existsSync(place)
        ? readdirSync(place)
            .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }))
            .map((version) => path.join(place, version, 'bin'))
        : [],
    );
    const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), ...versions];
    const found = folders.find((folder) => needed.every((program) => existsSync(path.join(folder, program))));
    if (found === undefined)
      throw new StartFailure(
        'PostgreSQL is not installed here: its initdb, pg_dump, pg_dumpall, pg_restore and psql are needed',
      );
    return new PostgresPrograms(found);
  }

  pathOf(program: Program): string {
    return path.join(this.folder, program);
  }

  /** Runs one to its end. @throws StartFailure with the end of what it said */
  run(program: Program, args: readonly string[], account: ServerAccount | null = null): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(this.pathOf(program), args, {
        ...account,
        cwd: '/',
        env: serverEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-10_000)));
      child.once('error', reject);
      child.once('close', (code) => {
        if (code === 0) resolve(said);
        else
          reject(new StartFailure(`${program} ended with ${code}: ${said.trim().split('\n').slice(-5).join(' | ')}`));
      });
    });
  }
}
