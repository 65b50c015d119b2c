export type { PdfBlock, PdfDocument } from './pdf-document.js';
export { pdfOf } from './pdf-of.js';
