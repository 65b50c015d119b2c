import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TokenKeeper, Tokens } from '../session-tokens.js';

export interface Login {
  readonly url: string;
  readonly tokens: Tokens;
}

/** The login of this person on this machine, in a file that nobody else reads. */
export class KeptLogin {
  private readonly file: string;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    const folder = env['AJUDANT_CONFIG_DIR'] ?? join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'ajudant');
    this.file = join(folder, 'login.json');
  }

  read(): Login | null {
    if (!existsSync(this.file)) return null;
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Login;
    } catch {
      return null;
    }
  }

  /** The login at a place alone, as whoever renews it reads and keeps it. */
  at(url: string): TokenKeeper {
    return {
      keep: (tokens) => this.keep({ url, tokens }),
      kept: () => {
        const known = this.read();
        return known?.url === url ? known.tokens : null;
      },
    };
  }

  /** Whole or not at all: a refresh token that is lost takes the login with it. */
  keep(login: Login): void {
    mkdirSync(dirname(this.file), { recursive: true, mode: 0o700 });
    const unfinished = `${this.file}.${process.pid}`;
    writeFileSync(unfinished, JSON.stringify(login), { mode: 0o600 });
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, this.file);
  }

  forget(): void {
    rmSync(this.file, { force: true });
  }
}
