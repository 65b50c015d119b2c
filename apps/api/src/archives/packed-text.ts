/** A file of the archive that is text. */
export interface PackedText {
  readonly path: string;
  readonly text: string;
  /** UTF-8 without. */
  readonly encoding?: 'latin1';
}

export const bytesOf = ({ text, encoding }: PackedText): Buffer => Buffer.from(text, encoding ?? 'utf8');
