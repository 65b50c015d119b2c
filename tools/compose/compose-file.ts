import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes?: Readonly<Record<string, null>>;
}

export interface ComposeService {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly restart?: string;
  readonly healthcheck?: { readonly test: readonly string[] };
}

/**
 * Reads docker-compose.yml as Compose does: `${NAME:-default}` becomes what is set outside, or the default; where `${NAME:?why}`
 * isn't set, it fails and says why.
 */
export const readComposeFile = (file: URL, environment: Readonly<Record<string, string>> = {}): ComposeFile => {
  // Aliases and merge keys are resolved by the parser.
  const raw: unknown = parse(readFileSync(file, 'utf8'), { merge: true, uniqueKeys: true });
  return interpolated(raw, environment) as ComposeFile;
};

const reference = /\$(?:\$|\{(\w+):([-?])([^}]*)\})/g;

const interpolated = (value: unknown, environment: Readonly<Record<string, string>>): unknown => {
  if (typeof value === 'string')
    return value.replaceAll(reference, (_, name: string | undefined, otherwise: string, text: string) => {
      if (name === undefined) return '$';
      const set = environment[name] ?? '';
      if (set === '' && otherwise === '?') throw new Error(`${name}: ${text}`);
      return set === '' ? text : set;
    });
  if (Array.isArray(value)) return value.map((item) => interpolated(item, environment));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolated(inner, environment)]));
};
