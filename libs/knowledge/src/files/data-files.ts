import { readdirSync, readFileSync } from 'node:fs';

/** Beside the compiled code, where the build puts a copy of `libs/knowledge/data`. */
const folder = new URL('../../data/', import.meta.url);

/**
 * What stands in a file of `libs/knowledge/data`.
 * @typeParam Content what the file's JSON Schema says; `npm run check` holds them to it, so that nobody has to at run time
 */
export function readFile<Content>(path: string): Content {
  return JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Content;
}

export function readEntries<Entry>(path: string): readonly Entry[] {
  return readFile<{ readonly entries: readonly Entry[] }>(path).entries;
}

/** The entries of every file in a folder, in the order of the files' names. */
export function readEntriesIn<Entry>(name: string): readonly Entry[] {
  const files = readdirSync(new URL(`${name}/`, folder)).sort();
  return files.flatMap((file) => readEntries<Entry>(`${name}/${file}`));
}

/** What stands in a file that no schema describes. */
export function readBytes(path: string): Buffer {
  return readFileSync(new URL(path, folder));
}

/** Reads when it is first asked for, and never again. */
export function once<Value>(read: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
