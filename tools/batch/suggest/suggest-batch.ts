import {
  buildLexicon,
  catalogueDuties,
  DomainError,
  type ImportedDuty,
  type Lexicon,
  type LexiconSource,
  rankDuties,
} from '#domain';
import { describeError, ValidationPipe } from '#platform/http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalogueFile } from '../../../apps/api/src/catalogue/catalogue-file.js';
import { loadEnglishEncoder } from '../../../apps/matcher/src/suggesting/english-encoder.js';
import { EnglishMeanings } from '../../../apps/matcher/src/suggesting/english-meanings.js';
import { stem } from '../../../apps/matcher/src/suggesting/stemming.js';
import { readJsonLines, type Rejection } from '../json-lines.js';
import { QueryLineDto } from './query-line.dto.js';

/**
 * `npm run --silent suggest:batch -- --catalogue FILE --queries FILE`: leads plain words to duties without a server and
 * without a database. JSON Lines in and out, in the form of docs/batch.md.
 */
const usage = `Usage: npm run --silent suggest:batch -- --queries FILE
  --queries FILE    JSON Lines of { "id", "text", "language"? }
  --catalogue FILE  duties of another catalogue (CSV or JSON with an id and labels en, es, ca); the own ones unless said
  --encoder auto    whether English is understood by its meaning too: on, off, or auto (if the model is installed)
  --help`;

/** Wrong arguments, or a file that can't be read; the same as the shell's own. */
const misuse = 2;
const rankedDuties = 20;

const encoderChoices = ['auto', 'on', 'off'] as const;
type EncoderChoice = (typeof encoderChoices)[number];

class UsageError extends Error {}
class UnusableFile extends Error {}

function settings() {
  const { values } = parseArgs({
    options: {
      queries: { type: 'string' },
      catalogue: { type: 'string' },
      encoder: { type: 'string', default: 'auto' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (values.queries === undefined) throw new UsageError('--queries is needed.');
  const encoder = encoderChoices.find((choice) => choice === values.encoder);
  if (encoder === undefined) throw new UsageError('--encoder is auto, on or off.');
  return { queries: values.queries, catalogue: values.catalogue ?? null, encoder };
}

async function importedOf(file: string): Promise<readonly ImportedDuty[]> {
  const { entries, rejected } = readCatalogueFile(await readFile(file, 'utf8'), { fileName: basename(file) });
  for (const { line, field, reason } of rejected) {
    console.error(`${file}:${line}: ${field === null ? '' : `${field}: `}${reason}`);
  }
  if (entries.length === 0) throw new UnusableFile(`${file}: none of its entries could be taken.`);
  return entries;
}

async function sourceOf(catalogue: string | null): Promise<LexiconSource> {
  const imported = catalogue === null ? [] : await importedOf(catalogue);
  return { duties: catalogueDuties, imported, offersOwnDuties: catalogue === null, corrections: [], stem };
}

async function englishOf(choice: EncoderChoice, source: LexiconSource): Promise<EnglishMeanings | null> {
  if (choice === 'off') return null;
  try {
    return new EnglishMeanings(await loadEnglishEncoder(), source);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    if (choice === 'on') throw new UnusableFile(`--encoder on: ${reason}`);
    console.error(`English is understood by its words alone: ${reason}`);
    return null;
  }
}

const validation = new ValidationPipe();

/** @throws DomainError `request.invalid` */
async function queryOf(value: unknown): Promise<QueryLineDto> {
  const query = isRecord(value) ? { id: idOf(value['id']), text: value['text'], language: value['language'] } : value;
  return (await validation.transform(query, { type: 'body', metatype: QueryLineDto })) as QueryLineDto;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whole numbers are as good as the text that they are written with. */
const idOf = (id: unknown): unknown => (Number.isSafeInteger(id) ? String(id) : id);

async function answerTo(query: QueryLineDto, lexicon: Lexicon, english: EnglishMeanings | null): Promise<string> {
  const { id, text, language = null } = query;
  const meanings = english && (await english.of(text, language, lexicon));
  const answer = rankDuties(text, language, lexicon, rankedDuties, meanings);
  const ranked = answer.ranked.map(({ dutyCode, confidence, evidence }) => ({ id: dutyCode, confidence, evidence }));
  return `${JSON.stringify({ id, language: answer.language, abstained: answer.abstained, ranked })}\n`;
}

async function main(): Promise<number> {
  const settled = settings();
  if (settled === null) {
    console.log(usage);
    return 0;
  }
  const { queries, catalogue, encoder } = settled;
  const source = await sourceOf(catalogue);
  const lexicon = buildLexicon(source);
  const english = await englishOf(encoder, source);
  const reject = ({ line, field, code, reason }: Rejection): void =>
    console.error(`${queries}:${line}: ${field === '' ? '' : `${field}: `}${reason} (${code})`);
  let answered = 0;
  for await (const query of readJsonLines(queries, queryOf, reject)) {
    if (!process.stdout.write(await answerTo(query, lexicon, english))) await once(process.stdout, 'drain');
    answered += 1;
  }
  return answered > 0 ? 0 : 1;
}

// Whoever reads only the first lines has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  if (isMisuse(error)) console.error(`${error.message}\n${usage}`);
  else if (error instanceof DomainError) console.error(describeError(error).problem.detail);
  else if ('syscall' in error || error instanceof UnusableFile) console.error(error.message);
  else throw error;
  process.exitCode = misuse;
}

function isMisuse(error: Error): boolean {
  return error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
}
