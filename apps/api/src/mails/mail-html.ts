import { escaped } from '../html-text.js';

const links: ReadonlySet<string> = new Set(['link', 'stop', 'item.link']);

/** A fact as it stands in the HTML of a mail. */
export function factInHtml(fact: string, name: string): string {
  const said = escaped(fact);
  if (links.has(name)) return `<a href="${said}">${said}</a>`;
  return name === 'code' ? `<code>${said}</code>` : said;
}

/** A mail in HTML, made of the lines of its text: each is a paragraph, and those after a dash are a list. */
export function mailInHtml(language: string, subject: string, lines: readonly string[]): string {
  const body = lines.filter((line) => line !== '').map((line) => element(line));
  const title = escaped(subject);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8" /><title>${title}</title></head>
<body>
${body.join('\n').replaceAll('</ul>\n<ul>', '\n')}
</body>
</html>
`;
}

const element = (line: string): string =>
  line.startsWith('- ') ? `<ul><li>${line.slice(2)}</li></ul>` : `<p>${line}</p>`;
