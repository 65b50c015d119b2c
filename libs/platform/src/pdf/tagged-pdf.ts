import PDFDocument from 'pdfkit';
import { fonts } from './fonts.js';
import type { PdfDocument } from './pdf-document.js';

/** Room around the page, in points. */
export const margin = 56;

const producer = 'PDFKit';

/**
 * PDFKit's document with metadata of our own: PDFKit puts the words of a document into its XMP packet as they are, and a name
 * with "&" would break that.
 */
export class TaggedPdf extends PDFDocument {
  constructor(private readonly document: PdfDocument) {
    const { title, author, subject, at, language } = document;
    super({
      size: 'A4',
      margin,
      pdfVersion: '1.7',
      subset: 'PDF/A-3b',
      tagged: true,
      displayTitle: true,
      lang: language,
      bufferPages: true,
      autoFirstPage: false,
      // None of the fonts that every reader has: they aren't inside the document, and don't know all of Europe's letters.
      font: '',
      info: {
        CreationDate: at,
        Title: title,
        ...(author === undefined ? {} : { Author: author }),
        ...(subject === undefined ? {} : { Subject: subject }),
        Producer: producer,
        Creator: producer,
      },
    });
    for (const [name, bytes] of Object.entries(fonts)) this.registerFont(name, bytes);
  }

  /** PDFKit calls this at the end, and adds what says that it is PDF/A. */
  protected _addInfo(): void {
    const { title, author, subject, at, language, metadata } = this.document;
    const instant = `${at.toISOString().split('.')[0]}Z`;
    this.appendXML(`
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <xmp:CreateDate>${instant}</xmp:CreateDate>
  <xmp:CreatorTool>${producer}</xmp:CreatorTool>
  <pdf:Producer>${producer}</pdf:Producer>
  <dc:language><rdf:Bag><rdf:li>${asXml(language)}</rdf:li></rdf:Bag></dc:language>
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${asXml(title)}</rdf:li></rdf:Alt></dc:title>
  ${author === undefined ? '' : `<dc:creator><rdf:Seq><rdf:li>${asXml(author)}</rdf:li></rdf:Seq></dc:creator>`}
  ${subject === undefined ? '' : `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${asXml(subject)}</rdf:li></rdf:Alt></dc:description>`}
</rdf:Description>
${metadata ?? ''}`);
  }
}

function asXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
