import type { Element, PageWriter, Strip } from './page-writer.js';
import type { PdfBlock } from './pdf-document.js';
import { writeTable } from './tables.js';
import { lineHeight, styles, type TextStyle } from './text-style.js';

/** Between blocks, in points. */
const gap = 8;
const betweenColumns = 18;
const pointsPerMillimetre = 72 / 25.4;
/** Of the width, for the labels of facts. */
const labelShare = 0.3;

type Block<Kind extends PdfBlock['kind']> = Extract<PdfBlock, { kind: Kind }>;

export function writeBlock(writer: PageWriter, block: PdfBlock, strip: Strip = writer.whole): void {
  switch (block.kind) {
    case 'heading':
      return writeHeading(writer, block, strip);
    case 'paragraph':
      return writeParagraph(writer, block, strip);
    case 'facts':
      return writeFacts(writer, block, strip);
    case 'table':
      return writeTable(writer, block, strip);
    case 'beside':
      return writeBeside(writer, block, strip);
    case 'squares':
      return writeSquares(writer, block, strip);
    case 'page-break':
      return writer.newPage();
  }
}

/** A heading doesn't stand alone at the foot of a page. */
function writeHeading(writer: PageWriter, { level, text }: Block<'heading'>, strip: Strip): void {
  const style = styles[level];
  const lines = writer.lines(text, style, strip.width);
  if (writer.room < writer.wholeRoom) writer.y += gap / 2;
  writer.demandRoom(lines.length * lineHeight(style) + gap + 3 * lineHeight(styles.plain));
  flow(writer, lines, style, strip, { element: writer.element(`H${level}`), tag: `H${level}` });
  writer.y += gap / 2;
}

function writeParagraph(writer: PageWriter, { text, tone = 'plain' }: Block<'paragraph'>, strip: Strip): void {
  const style = styles[tone];
  flow(writer, writer.lines(text, style, strip.width), style, strip, { element: writer.element('P'), tag: 'P' });
  writer.y += gap;
}

/** Label and value begin at one height; a value that is longer than the page goes on under itself. */
function writeFacts(writer: PageWriter, { rows }: Block<'facts'>, strip: Strip): void {
  const list = writer.element('L');
  const labels = { x: strip.x, width: strip.width * labelShare - 6 };
  const values = { x: strip.x + strip.width * labelShare, width: strip.width * (1 - labelShare) };
  for (const [label, value] of rows) {
    const item = writer.element('LI', list);
    const labelLines = writer.lines(label, styles.label, labels.width);
    const lines = writer.lines(value, styles.plain, values.width);
    const height = labelLines.length * lineHeight(styles.label);
    writer.demandRoom(Math.max(height, Math.min(lines.length, 2) * lineHeight(styles.plain)));
    const page = writer.y;
    writer.write(labelLines, styles.label, { ...labels, y: page }, writer.element('Lbl', item), 'Lbl');
    flow(writer, lines, styles.plain, values, { element: writer.element('LBody', item), tag: 'LBody' });
    writer.y = Math.max(writer.y, lines.length * lineHeight(styles.plain) < height ? page + height : 0) + 1.5;
    item.end();
  }
  list.end();
  writer.y += gap;
}

function writeSquares(writer: PageWriter, block: Block<'squares'>, strip: Strip): void {
  const side = block.millimetres * pointsPerMillimetre;
  writer.demandRoom(side);
  writer.squares(block.rows, { x: strip.x, side }, block.alternative);
  writer.y += side + gap;
}

/** Columns stay together where they fit on a page; each begins where the first began. */
function writeBeside(writer: PageWriter, { columns }: Block<'beside'>, strip: Strip): void {
  const width = (strip.width - betweenColumns * (columns.length - 1)) / Math.max(columns.length, 1);
  writer.demandRoom(Math.max(0, ...columns.map((blocks) => heightOf(writer, blocks, width))));
  const begin = writer.y;
  let end = begin;
  columns.forEach((blocks, index) => {
    writer.y = begin;
    for (const block of blocks) writeBlock(writer, block, { x: strip.x + index * (width + betweenColumns), width });
    end = Math.max(end, writer.y);
  });
  writer.y = end;
}

/** About how high these become: enough to know whether they still fit. */
function heightOf(writer: PageWriter, blocks: readonly PdfBlock[], width: number): number {
  const text = (words: string, style: TextStyle, of: number) =>
    writer.lines(words, style, of).length * lineHeight(style) + gap;
  return blocks.reduce((height, block) => {
    if (block.kind === 'heading') return height + text(block.text, styles[block.level], width) + gap;
    if (block.kind === 'paragraph') return height + text(block.text, styles[block.tone ?? 'plain'], width);
    if (block.kind !== 'facts') return height;
    const ofValues = width * (1 - labelShare);
    return block.rows.reduce((sum, [, value]) => sum + text(value, styles.plain, ofValues) - gap + 1.5, height + gap);
  }, 0);
}

/** Writes lines below each other, and goes on on the next page where this one is full. */
function flow(
  writer: PageWriter,
  lines: readonly string[],
  style: TextStyle,
  strip: Strip,
  { element, tag }: { element: Element; tag: string },
): void {
  let rest = lines;
  while (rest.length > 0) {
    writer.demandRoom(lineHeight(style));
    const fit = rest.slice(0, Math.max(1, Math.floor(writer.room / lineHeight(style))));
    writer.write(fit, style, { ...strip, y: writer.y }, element, tag);
    writer.y += fit.length * lineHeight(style);
    rest = rest.slice(fit.length);
  }
  element.end();
}
