export type { PdfBlock, PdfColumn, PdfDocument, PdfFile } from './pdf-document.js';
export { pdfOf } from './pdf-of.js';
