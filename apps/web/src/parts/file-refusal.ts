/** What is known of a file before it is read. */
export interface FileOutline {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The media type that the browser takes it for; empty where it doesn't know. */
  readonly type: string;
}

/** What a place takes. */
export interface TakenFiles {
  /** Endings and media types, as `accept` of HTML names them; anything, unless said. */
  readonly accept?: string | undefined;
  /** Bytes of one file, but for pictures, which are made smaller before they are sent. */
  readonly mostBytes?: number | undefined;
}

export type FileRefusal = 'empty' | 'kind' | 'size';

/** Why a place doesn't take a file; null where it does. A dialog keeps to what is taken by itself, what is dropped may be anything. */
export function refusalOf(file: FileOutline, { accept, mostBytes = Infinity }: TakenFiles): FileRefusal | null {
  if (accept !== undefined && !wordsOf(accept).some((word) => fits(file, word))) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > mostBytes && !file.type.startsWith('image/') ? 'size' : null;
}

/** The endings among what is taken, as people know them: `PDF`, `XLSX`. */
export const endingsOf = (accept: string): string[] =>
  wordsOf(accept)
    .filter((word) => word.startsWith('.'))
    .map((ending) => ending.slice(1).toUpperCase());

export const takesPictures = (accept: string): boolean => wordsOf(accept).includes('image/*');

const wordsOf = (accept: string): string[] => accept.split(',').map((word) => word.trim().toLowerCase());

function fits({ name, type }: FileOutline, word: string): boolean {
  if (word.startsWith('.')) return name.toLowerCase().endsWith(word);
  return word.endsWith('/*') ? type.startsWith(word.slice(0, -1)) : type === word;
}
