import type { AjudantClient } from '../ajudant-client.js';
import type { KeptLogin } from './kept-login.js';

/** An option of a command, as `--name` or `--name VALUE`. */
export interface Option {
  readonly type: 'boolean' | 'string';
  /** What it stands for, in help. */
  readonly says: string;
  readonly value?: string;
}

/** What a command works with. */
export interface Context {
  readonly client: AjudantClient;
  /** How the client sends its requests. */
  readonly send: (request: Request) => Promise<Response>;
  readonly url: string;
  readonly login: KeptLogin;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly given: readonly string[];
  readonly signal: AbortSignal;
  /** Reads what a person types without showing it, or a line of what is piped in. */
  readonly askSecret: (question: string) => Promise<string>;
  /** One line for people, or the value as JSON with `--json`. */
  readonly tell: (value: unknown, line: string) => void;
}

export interface Command {
  readonly name: string;
  /** What stands behind the name, such as `FILE`. */
  readonly takes: readonly string[];
  readonly says: string;
  readonly options: Readonly<Record<string, Option>>;
  /** What may stand in the place of the first, for completion. */
  readonly choices?: readonly string[];
  run(context: Context): Promise<void>;
}

/** The caller wrote something that means nothing. */
export class Misuse extends Error {}

/** Some of what was brought was taken, and some refused. */
export class PartlyRefused extends Error {}

export const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
