import type { PdfDocument } from './pdf-document.js';
import { margin, type TaggedPdf } from './tagged-pdf.js';
import { lineHeight, styles, type TextStyle } from './text-style.js';
import { wrappedLines } from './wrapped-lines.js';

export type Element = PDFKit.PDFStructureElement;

/** A part of a page's width, in points from its left edge. */
export interface Strip {
  readonly x: number;
  readonly width: number;
}

/** Where writing has come to; begins a page where the room of one is used up. */
export class PageWriter {
  /** In points from the upper edge of the page. */
  y = margin;
  readonly whole: Strip;
  private readonly root: Element;
  private readonly bottom: number;

  constructor(private readonly pdf: TaggedPdf) {
    pdf.addPage();
    this.whole = { x: margin, width: pdf.page.width - 2 * margin };
    this.bottom = pdf.page.height - margin - lineHeight(styles.small);
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
  }

  /** Points that are left on this page. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Points that a fresh page has. */
  get wholeRoom(): number {
    return this.bottom - margin;
  }

  /** Begins a page unless so much is left on this one; nothing helps what needs more than a page. */
  demandRoom(height: number): void {
    if (height > this.room && this.y > margin) this.newPage();
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = margin;
  }

  lines(text: string, style: TextStyle, width: number): string[] {
    this.pdf.font(style.font, style.size);
    return wrappedLines(text, width, (part) => this.pdf.widthOfString(part));
  }

  /** An element of the document's structure, in another one or in the whole. */
  element(tag: string, parent: Element = this.root): Element {
    const element = this.pdf.struct(tag);
    parent.add(element);
    return element;
  }

  /** Writes lines that fit below each other, as a part of an element. */
  write(
    lines: readonly string[],
    style: TextStyle,
    at: Strip & { readonly y: number; readonly align?: 'start' | 'end' | undefined },
    element: Element,
    tag: string,
  ): void {
    element.add(this.pdf.markStructureContent(tag));
    this.draw(lines, style, at);
    this.pdf.endMarkedContent();
  }

  /** Draws dark squares on the light of the page, at the present height. */
  squares(rows: readonly (readonly boolean[])[], { x, side }: { x: number; side: number }, alternative: string): void {
    const figure = this.pdf.struct('Figure', { alt: alternative });
    this.root.add(figure);
    figure.add(this.pdf.markStructureContent('Figure'));
    const one = side / Math.max(rows.length, 1);
    for (const [row, cells] of rows.entries()) {
      for (const [column, isDark] of cells.entries()) {
        if (isDark) this.pdf.rect(x + column * one, this.y + row * one, one, one);
      }
    }
    this.pdf.fill('#000000');
    this.pdf.endMarkedContent();
    figure.end();
  }

  /** Writes what isn't part of what the document says: titles that come again, page numbers. */
  writeAside(lines: readonly string[], style: TextStyle, at: Parameters<PageWriter['write']>[2]): void {
    this.aside(() => this.draw(lines, style, at));
  }

  /** A thin line over a strip, at the present height. */
  rule({ x, width }: Strip): void {
    this.aside(() =>
      this.pdf
        .moveTo(x, this.y)
        .lineTo(x + width, this.y)
        .lineWidth(0.5)
        .stroke('#ced4da'),
    );
  }

  /** Says below each page which it is, now that it is known how many there are. */
  end({ text, page }: PdfDocument['footer']): void {
    this.root.end();
    const { count } = this.pdf.bufferedPageRange();
    const y = this.pdf.page.height - margin;
    for (let number = 0; number < count; number += 1) {
      this.pdf.switchToPage(number);
      const right = page(number + 1, count);
      this.pdf.font(styles.small.font, styles.small.size);
      const left = this.whole.width - this.pdf.widthOfString(right) - 12;
      this.writeAside([this.lines(text, styles.small, left)[0] ?? ''], styles.small, { ...this.whole, y });
      this.writeAside([right], styles.small, { ...this.whole, y, align: 'end' });
    }
  }

  private aside(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Pagination' });
    draw();
    this.pdf.endMarkedContent();
  }

  private draw(
    lines: readonly string[],
    style: TextStyle,
    { x, width, y, align }: Strip & { readonly y: number; readonly align?: 'start' | 'end' | undefined },
  ): void {
    this.pdf.font(style.font, style.size).fillColor(style.colour);
    lines.forEach((line, index) => {
      const left = align === 'end' ? x + width - this.pdf.widthOfString(line) : x;
      this.pdf.text(line, left, y + index * lineHeight(style), { lineBreak: false });
    });
  }
}
