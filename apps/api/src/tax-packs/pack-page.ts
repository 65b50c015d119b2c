import { escaped } from '../html-text.js';
import { amountText } from './amount-text.js';
import type { YearOfBooks } from './pack-data.js';
import type { PackWords } from './pack-words.js';
import type { PackedText } from '../archives/packed-text.js';
import { returnsOf } from './returns.js';

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #ccc}
td.n{text-align:right;font-variant-numeric:tabular-nums}`;

/** The page that whoever opens the archive reads first; it needs nothing from elsewhere. */
export function packPage(year: YearOfBooks, files: readonly PackedText[], words: PackWords): string {
  const { books, period, entries, documents, gaps } = year;
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
<h2>${words.figures}</h2>
<p>${words.copy}</p>
${returnsOf(year)
  .map(
    ({ form, period: of, figures }) => `<h3>${escaped(form.names[words.language])} · ${escaped(of)}</h3>
<p>${escaped(form.source)}</p>
<table>${figures
      .map(
        ({ box, amountMinor }) =>
          `<tr><td>${escaped(box.box)}</td><td>${escaped(box.names[words.language])}</td><td class="n">${amountText(amountMinor, chart.currency)} ${chart.currency}</td></tr>`,
      )
      .join('\n')}</table>`,
  )
  .join('\n')}
<h2>${words.missing}</h2>
${
  gaps.length === 0
    ? `<p>${words.nothingMissing}</p>`
    : `<table>${gaps
        .map(
          ({ month, kind, what }) =>
            `<tr><td>${month}</td><td>${escaped(words.gaps[kind])}</td><td>${escaped(what ?? '')}</td></tr>`,
        )
        .join('\n')}</table>`
}
<h2>${words.files}</h2>
<p>${escaped(words.checkedBy)}</p>
<ul>${files.map(({ path }) => `<li><a href="${path}">${path}</a></li>`).join('\n')}</ul>
</body>
</html>
`;
}
