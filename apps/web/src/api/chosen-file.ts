/** A file that the reader chose. What tells it from another stands beside it, as a file is nothing once it is written as JSON. */
export interface ChosenFile {
  readonly file: File;
  readonly name: string;
  readonly size: number;
  readonly changedAt: number;
}

export const chosen = (file: File): ChosenFile => ({
  file,
  name: file.name,
  size: file.size,
  changedAt: file.lastModified,
});

const byEnding = {
  tsv: 'text/tab-separated-values',
  txt: 'text/tab-separated-values',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** By the ending of its name; what has another is taken for CSV. */
function contentTypeOf(fileName: string): (typeof byEnding)[keyof typeof byEnding] | 'text/csv' {
  const ending = fileName.split('.').at(-1)!.toLowerCase();
  return ending in byEnding ? byEnding[ending as keyof typeof byEnding] : 'text/csv';
}

/** The client writes JSON; a file is sent as it is. */
export const asItIs = ({ file, name }: ChosenFile) => ({
  headers: { 'content-type': contentTypeOf(name) },
  body: file as never,
  bodySerializer: () => file,
});
