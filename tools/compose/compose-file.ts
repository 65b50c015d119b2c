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
  readonly healthcheck?: { readonly test: readonly string[] };
}

/** Reads docker-compose.yml as Compose does where nothing is set outside: `${NAME:-default}` becomes the default. */
export const readComposeFile = (file: URL): ComposeFile => {
  // Aliases and merge keys are resolved by the parser.
  const raw: unknown = parse(readFileSync(file, 'utf8'), { merge: true, uniqueKeys: true });
  return interpolated(raw) as ComposeFile;
};

const interpolated = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.replaceAll(/\$(\$|\{\w+:-([^}]*)\})/g, (_, what, given) => (what === '$' ? '$' : given));
  if (Array.isArray(value)) return value.map(interpolated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, interpolated(inner)]));
};
