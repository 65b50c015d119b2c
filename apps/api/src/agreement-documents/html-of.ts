import type { PdfBlock, PdfDocument } from '#platform/pdf';
import { escaped } from '../html-text.js';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2321}
h1,h2,h3{font-weight:600;line-height:1.25;margin:1.5em 0 .5em}.small{color:#55605b;font-size:.875em}.strong{font-weight:600}
table{border-collapse:collapse;width:100%;break-inside:auto}tr{break-inside:avoid}th,td{text-align:start;vertical-align:top;
padding:.4em .6em;border-bottom:1px solid #cfd6d2}.end{text-align:end}tfoot tr:last-child{font-weight:600}
dl{display:grid;grid-template-columns:minmax(8em,1fr) 2fr;gap:.25em 1em}dt{color:#55605b}dd{margin:0;overflow-wrap:anywhere}
.beside{display:flex;flex-wrap:wrap;gap:2rem}.beside>div{flex:1 1 16rem}footer{margin-top:2em;overflow-wrap:anywhere}
@media print{body{margin:0;max-width:none;font-size:11pt}@page{margin:18mm}}`;

/** A paper as one page of HTML without scripts or anything from elsewhere; it prints as it reads. */
export const htmlOf = ({ title, language, blocks, footer }: PdfDocument): string => `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><main>${blocks.map(blockOf).join('\n')}</main><footer class="small">${escaped(footer.text)}</footer></body></html>
`;

function blockOf(block: PdfBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p class="${block.tone ?? 'plain'}">${escaped(block.text)}</p>`;
    case 'facts':
      return `<dl>${block.rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;
    case 'table':
      return tableOf(block);
    case 'beside':
      return `<div class="beside">${block.columns.map((column) => `<div>${column.map(blockOf).join('')}</div>`).join('')}</div>`;
    case 'squares':
      return `<p class="small">${escaped(block.alternative)}</p>`;
    case 'page-break':
      return '<hr>';
    default:
      return block satisfies never;
  }
}

function tableOf({ columns, rows, totals = [] }: Extract<PdfBlock, { kind: 'table' }>): string {
  const cell = (tag: 'th' | 'td', text: string, index: number): string =>
    `<${tag}${columns[index]?.align === 'end' ? ' class="end"' : ''}>${escaped(text)}</${tag}>`;
  const row = (tag: 'th' | 'td', texts: readonly string[]): string =>
    `<tr>${texts.map((text, index) => cell(tag, text, index)).join('')}</tr>`;
  const head = row(
    'th',
    columns.map(({ title }) => title),
  );
  const body = rows.map((texts) => row('td', texts)).join('');
  return `<table><thead>${head}</thead><tbody>${body}</tbody><tfoot>${totals.map((texts) => row('td', texts)).join('')}</tfoot></table>`;
}
