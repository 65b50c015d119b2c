/** What a document says, from above to below; where pages end is the layouter's affair. */
export interface PdfDocument {
  /** Shown in the reader's title bar, and in the document's metadata. */
  readonly title: string;
  readonly author?: string;
  readonly subject?: string;
  /** A BCP 47 tag, by which it is read aloud. */
  readonly language: string;
  /** When what it says was made: the same content of the same instant gives the same bytes. */
  readonly at: Date;
  readonly blocks: readonly PdfBlock[];
  /** Below each page: on the left what it belongs to, on the right which page it is. */
  readonly footer: { readonly text: string; page(number: number, of: number): string };
  readonly files?: readonly PdfFile[];
  /** More of the document's XMP metadata: an `rdf:Description`, well-formed. */
  readonly metadata?: string;
}

/** A file inside the document. */
export interface PdfFile {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
  /** PDF/A-3 wants to know: another form of the same, what it was made of, or something beside it. */
  readonly relationship: 'Alternative' | 'Data' | 'Source' | 'Supplement';
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'plain' | 'strong' | 'small' }
  /** What is called how, and what it is. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | PdfTable
  /** Things beside each other, each in a column of equal width; they stay on one page. */
  | { readonly kind: 'beside'; readonly columns: readonly (readonly PdfBlock[])[] }
  /** Dark and light squares, such as a QR code; what it says for whoever hears the document read. */
  | {
      readonly kind: 'squares';
      readonly rows: readonly (readonly boolean[])[];
      readonly millimetres: number;
      readonly alternative: string;
    }
  | { readonly kind: 'page-break' };

export interface PdfTable {
  readonly kind: 'table';
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that stand out at the end, such as sums. */
  readonly totals?: readonly (readonly string[])[];
}

export interface PdfColumn {
  readonly title: string;
  /** Its part of the whole width, beside the others'. */
  readonly share: number;
  readonly align?: 'start' | 'end';
}
