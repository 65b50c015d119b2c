import { categoryOf, totalsOf } from '#domain';
import { escaped } from '../html-text.js';
import { amountText } from './amount-text.js';
import type { YearOfBooks } from './pack-data.js';
import type { PackWords } from './pack-words.js';
import { type FilledReturn, returnsOf } from './returns.js';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #ccc}
td.n{text-align:right;font-variant-numeric:tabular-nums}`;

/** The page that whoever opens the archive reads first; it needs nothing from elsewhere. */
export function packPage(year: YearOfBooks, paths: readonly string[], words: PackWords): string {
  const { books, period, entries, documents } = year;
  const { chart } = books;
  const kept = words.kept.replace('{years}', String(chart.retention.years)).replace('{source}', chart.retention.source);
  const heading = `${words.title} ${period.from.slice(0, 4)} · ${books.businessName}`;
  return `<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><title>${escaped(heading)}</title><style>${style}</style></head>
<body>
<h1>${escaped(heading)}</h1>
<p>${words.period}: ${period.from} – ${period.to}. ${words.entries}: ${entries.length}. ${words.documents}: ${documents.length}.
${escaped(chart.names[words.language])}.</p>
<p>${escaped(kept)}</p>
<h2>${words.totals}</h2>
${table(totalRows(year, words))}
<h2>${words.figures}</h2>
<p>${words.copy}</p>
${returnsOf(year)
  .map((filled) => returnSection(filled, chart.currency, words))
  .join('\n')}
<h2>${words.missing}</h2>
${year.gaps.length === 0 ? `<p>${words.nothingMissing}</p>` : table(missingRows(year, words))}
<h2>${words.files}</h2>
<p>${escaped(words.checkedBy)}</p>
<ul>${paths.map((path) => `<li><a href="${path}">${path}</a></li>`).join('\n')}</ul>
</body>
</html>
`;
}

/** Cells of a row; those that are amounts say so. */
type Cell = string | { readonly amount: string };

const table = (rows: readonly (readonly Cell[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n')}</table>`;

const cellOf = (cell: Cell): string =>
  typeof cell === 'string' ? `<td>${escaped(cell)}</td>` : `<td class="n">${escaped(cell.amount)}</td>`;

const totalRows = ({ entries, books: { chart } }: YearOfBooks, { language, kinds, noCategory }: PackWords): Cell[][] =>
  totalsOf(entries).map(({ kind, category, vatRateBps, netMinor, vatMinor, totalMinor }) => [
    kinds[kind],
    category === null ? noCategory : `${category} ${categoryOf(chart, category)?.names[language] ?? ''}`,
    vatRateBps === null ? '' : `${vatRateBps / 100} %`,
    ...[netMinor, vatMinor, totalMinor].map((minor) => ({
      amount: `${amountText(minor, chart.currency)} ${chart.currency}`,
    })),
  ]);

function returnSection({ form, period, figures, outside }: FilledReturn, currency: string, words: PackWords): string {
  const amount = (minor: number): Cell => ({ amount: `${amountText(minor, currency)} ${currency}` });
  const rows = [
    ...figures.map(({ box, amountMinor }) => [box.box, box.names[words.language], amount(amountMinor)]),
    ...(outside.entries === 0 ? [] : [['', words.outside, amount(outside.netMinor)]]),
  ];
  return `<h3>${escaped(form.names[words.language])} · ${escaped(period)}</h3>
<p>${escaped(form.source)}</p>
${table(rows)}`;
}

const missingRows = ({ gaps, books: { chart } }: YearOfBooks, words: PackWords): Cell[][] =>
  gaps.map(({ month, kind, what, datedOn, description, counterpart, totalMinor }) => [
    datedOn ?? month,
    words.gaps[kind],
    what ?? '',
    [counterpart, description].filter((part) => part !== null).join(' · '),
    { amount: totalMinor === null ? '' : `${amountText(totalMinor, chart.currency)} ${chart.currency}` },
  ]);
