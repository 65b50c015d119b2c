import { readFileSync } from 'node:fs';
import type { AjudantClient } from '../ajudant-client.js';
import { type Command, type Context, Misuse, PartlyRefused } from './command.js';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The media type that a name says; what is piped in has none, and is taken for CSV. */
const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xlsx: workbook,
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
};

interface Kind {
  readonly path: '/v1/assistants/import' | '/v1/enquiries/import';
  readonly takes: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  assistants: { path: '/v1/assistants/import', takes: ['text/csv', 'text/tab-separated-values', workbook] },
  enquiries: { path: '/v1/enquiries/import', takes: ['text/csv', 'application/x-ndjson'] },
};
const names = Object.keys(kinds);

interface RefusedLine {
  readonly line: number;
  readonly field: string | null;
  readonly reason: string;
}

export const importFile: Command = {
  name: 'import',
  takes: ['WHAT', 'FILE'],
  says: 'Imports a file of assistants (.csv, .tsv, .xlsx) or enquiries (.csv, .ndjson), and says which lines were refused; - for CSV that is piped in.',
  options: {},
  choices: names,
  async run(context) {
    const [what = '', file] = context.given;
    const kind = kinds[what];
    if (kind === undefined) throw new Misuse(`Imports ${names.join(' or ')}.`);
    if (file === undefined) throw new Misuse('Say which file.');
    const mediaType = file === '-' ? 'text/csv' : mediaTypes[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
    if (mediaType === undefined || !kind.takes.includes(mediaType)) {
      const endings = Object.keys(mediaTypes).filter((ending) => kind.takes.includes(mediaTypes[ending]!));
      throw new Misuse(`${what} come in files that end in ${endings.map((ending) => `.${ending}`).join(', ')}.`);
    }
    await imported(context, kind, mediaType, bytesOf(file));
  },
};

/** As they are: which characters they stand for the service finds out. */
function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

async function imported(
  { client, tell }: Context,
  { path }: Kind,
  mediaType: string,
  bytes: Uint8Array,
): Promise<void> {
  const report = await reported(client, path, mediaType, bytes);
  const { created, updated, unchanged, rejected } = report;
  const lines = 'rejectedLines' in report ? report.rejectedLines : report.rejected;
  const count = typeof rejected === 'number' ? rejected : rejected.length;
  const remarks = 'remarks' in report ? report.remarks.map(({ detail }) => detail) : [];
  const sum = `${created} new, ${updated} changed, ${unchanged} as they were, ${count} refused`;
  tell(report, [...remarks, ...lines.map(refusal), sum].join('\n'));
  if (count > 0) throw new PartlyRefused('Some lines were refused; the others are in.');
}

// Both paths take bytes, and differ in what they report.
function reported(client: AjudantClient, path: Kind['path'], mediaType: string, bytes: Uint8Array) {
  const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
  const asItIs = { bodySerializer: () => bytes, headers: { 'content-type': mediaType } };
  return path === '/v1/assistants/import'
    ? client.body(client.api.POST(path, { params, body: '', ...asItIs }))
    : client.body(client.api.POST(path, { params, body: '', ...asItIs }));
}

const refusal = ({ line, field, reason }: RefusedLine): string =>
  `line ${line}${field === null ? '' : `, ${field}`}: ${reason}`;
