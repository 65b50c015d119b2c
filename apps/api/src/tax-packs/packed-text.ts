/** A file of the archive that is text. */
export interface PackedText {
  readonly path: string;
  readonly text: string;
}
