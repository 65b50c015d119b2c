import { type ErrorEntry, errorCatalogue } from '#contracts/errors';

/** What a client does about a problem, by its status. */
const advice: Readonly<Record<number, string>> = {
  400: 'The request has to be changed: `errors` says which values, and why.',
  401: 'Sign in, or show a valid API key.',
  403: 'Somebody else may do this, or a key with another scope.',
  404: 'It is not there, or it belongs to somebody else.',
  405: 'This path takes other methods: `Allow` says which.',
  408: 'The request came too slowly.',
  409: 'The state of things does not allow it at this moment: read it again, and decide anew.',
  412: 'It has changed since it was read: read it again.',
  413: 'Send less at a time.',
  414: 'The address is too long.',
  415: 'Send it as another media type.',
  422: 'Use a new Idempotency-Key for another request.',
  428: 'Send If-Match with the ETag of what was read.',
  429: 'Wait as long as Retry-After says.',
  431: 'Send fewer or smaller headers.',
  500: 'It is our fault; X-Request-Id names the request in our log.',
  503: 'Wait as long as Retry-After says, and send it again.',
};

type Row = readonly [code: string, entry: ErrorEntry];

/** All codes, by the noun that they begin with. */
function codesByNoun(): ReadonlyMap<string, readonly Row[]> {
  const nouns = new Map<string, Row[]>();
  for (const row of Object.entries(errorCatalogue).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const noun = row[0].slice(0, row[0].indexOf('.'));
    nouns.set(noun, [...(nouns.get(noun) ?? []), row]);
  }
  return nouns;
}

/** The page that `type` of every problem leads to: each code with its status, its title and what to do about it. */
export function errorPage(title: string): string {
  const sections = [...codesByNoun()].map(
    ([noun, rows]) => `<h2>${noun}</h2>\n<dl>\n${rows.map(asHtml).join('\n')}\n</dl>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} API: error codes</title>
<link rel="stylesheet" href="/docs/errors.css">
</head>
<body>
<h1>Error codes</h1>
<p>Every refusal is a problem (RFC 9457) with one of these codes, which never change. Its <code>detail</code> says what was wrong this time.
The API itself is described <a href="/docs">here</a>.</p>
${sections.join('\n')}
</body>
</html>
`;
}

const asHtml = ([code, { status, title }]: Row): string =>
  `<dt id="${code}"><a href="#${code}"><code>${code}</code></a> ${status}</dt>\n<dd>${escaped(title)}. ${escaped(advice[status] ?? '')}</dd>`;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');

export const errorPageStyle = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
dt { margin-top: 0.75rem; }
dt:target { background: #fff3bf; }
dd { margin-left: 1.5rem; color: #444; }
@media (prefers-color-scheme: dark) { body { background: #16181c; color: #ddd; } dd { color: #aaa; } a { color: #8ab4f8; } dt:target { background: #4d4100; } }
`;

/** The same for docs/errors.md. */
export function errorTable(): string {
  const sections = [...codesByNoun()].map(
    ([noun, rows]) =>
      `## ${noun}\n\n| code | status | what it means |\n| --- | --- | --- |\n${rows.map(([code, { status, title }]) => `| \`${code}\` | ${status} | ${title} |`).join('\n')}\n`,
  );
  return [
    '# Error codes\n',
    'Every refusal is a problem (RFC 9457) with one of these codes, which never change; a service that runs shows them at `/docs/errors`, to which the',
    '`type` of each problem leads. Written by `npm run docs`.\n',
    ...sections,
  ].join('\n');
}
