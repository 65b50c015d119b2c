import { setImmediate } from 'node:timers/promises';
import { writeBlock } from './blocks.js';
import { PageWriter } from './page-writer.js';
import type { PdfDocument } from './pdf-document.js';
import { TaggedPdf } from './tagged-pdf.js';

const inARowMs = 15;

/** @see pdfOf */
export async function writtenPdf(document: PdfDocument): Promise<Buffer> {
  const pdf = new TaggedPdf(document);
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => pdf.once('end', resolve).once('error', reject));
  // It is waited for at the end; what fails before isn't nobody's.
  ended.catch(() => undefined);
  const writer = new PageWriter(pdf);
  let since = performance.now();
  for (const block of document.blocks) {
    writeBlock(writer, block);
    if (performance.now() - since < inARowMs) continue;
    // A long document holds nobody else up.
    await setImmediate();
    since = performance.now();
  }
  writer.end(document.footer);
  for (const { name, mediaType, description, bytes, relationship } of document.files ?? []) {
    // Of the relationship the types know nothing.
    const options = {
      name,
      type: mediaType,
      description,
      relationship,
      creationDate: document.at,
      modifiedDate: document.at,
    };
    pdf.file(Buffer.from(bytes), options);
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
