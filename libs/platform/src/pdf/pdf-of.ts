import type { PdfDocument } from './pdf-document.js';

/**
 * A document as PDF/A-3b, tagged, with its fonts inside. The same document gives the same bytes, as long as Node.js compresses
 * the same. What makes it is loaded by the first one: a service that makes none does without.
 */
export async function pdfOf(document: PdfDocument): Promise<Buffer> {
  const { writtenPdf } = await import('./written-pdf.js');
  return writtenPdf(document);
}
