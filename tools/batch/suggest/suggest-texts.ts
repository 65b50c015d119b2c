import { DomainError, type ImportedDuty } from '#domain';
import {
  buildSearchIndex,
  ownCatalogue,
  ownSearchIndex,
  rankDuties,
  type SearchIndex,
  type SearchIndexSource,
} from '#knowledge/suggesting';
import { bodyReader, describeError } from '#platform/http';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs, types } from 'node:util';
import { readCatalogue } from '../../../apps/api/src/catalogue/catalogue-file.js';
import { isMisuse, misuse, UsageError } from '../command-line.js';
import { readJsonLines, type Rejection } from '../json-lines.js';
import { QueryLineDto } from './query-line.dto.js';

const usage = `Usage: npm run --silent suggest:batch -- --queries FILE
  --queries FILE    JSON Lines of { "id", "text", "language"? }
  --catalogue FILE  duties of another catalogue (CSV or JSON with an id and labels en, es, ca); the own ones unless said
  --help`;

const rankedDuties = 20;

class UnusableFile extends Error {}

/** Where answers and remarks go. */
export interface Surroundings {
  /** Resolves when the next line may come. */
  readonly answer: (line: string) => Promise<void>;
  readonly remark: (line: string) => void;
}

/**
 * Leads plain words to duties without a server and without a database. JSON Lines in and out, in the form of docs/batch.md.
 * @returns the exit code
 */
export async function suggestTexts(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    const settled = settingsOf(args);
    if (settled !== null) return (await answerAll(settled, around)) > 0 ? 0 : 1;
    await around.answer(usage);
    return 0;
  } catch (error) {
    if (!types.isNativeError(error)) throw error;
    if (isMisuse(error)) around.remark(`${error.message}\n${usage}`);
    else if (error instanceof DomainError) around.remark(describeError(error).problem.detail);
    else if ('syscall' in error || error instanceof UnusableFile) around.remark(error.message);
    else throw error;
    return misuse;
  }
}

interface Settings {
  readonly queries: string;
  readonly catalogue: string | null;
}

/** Null where only help is wanted. */
function settingsOf(args: readonly string[]): Settings | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      queries: { type: 'string' },
      catalogue: { type: 'string' },
      // There was an encoder once; scripts that do without it go on.
      encoder: { type: 'string', default: 'off' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (values.queries === undefined) throw new UsageError('--queries is needed.');
  if (!['off', 'auto'].includes(values.encoder)) throw new UsageError('There is no encoder: leave --encoder out.');
  return { queries: values.queries, catalogue: values.catalogue ?? null };
}

/** @returns how many queries were answered */
async function answerAll({ queries, catalogue }: Settings, around: Surroundings): Promise<number> {
  const imported = catalogue === null ? [] : await importedOf(catalogue, around);
  const source: SearchIndexSource = { ...ownCatalogue(), imported, offersOwnDuties: catalogue === null };
  let index: SearchIndex | null = null;
  const reject = ({ line, field, code, reason }: Rejection): void =>
    around.remark(`${queries}:${line}: ${field === '' ? '' : `${field}: `}${reason} (${code})`);
  let answered = 0;
  for await (const query of readJsonLines(queries, queryOf, reject)) {
    index ??= catalogue === null ? ownSearchIndex() : buildSearchIndex(source);
    await around.answer(answerTo(query, index));
    answered += 1;
  }
  return answered;
}

async function importedOf(file: string, { remark }: Surroundings): Promise<readonly ImportedDuty[]> {
  const sent = { bytes: await readFile(file), charset: null };
  const { entries, rejected, remarks } = await readCatalogue(sent, { fileName: basename(file) });
  for (const { detail } of remarks) remark(`${file}: ${detail}`);
  for (const { line, field, reason } of rejected) {
    remark(`${file}:${line}: ${field === null ? '' : `${field}: `}${reason}`);
  }
  if (entries.length === 0) throw new UnusableFile(`${file}: none of its entries could be taken.`);
  return entries;
}

const readQuery = bodyReader(QueryLineDto);

/** @throws DomainError `request.invalid` */
function queryOf(value: unknown): Query {
  if (!isRecord(value)) return { ...readQuery(value), givenId: '' };
  const { id, text, language } = value;
  const query = readQuery({ id: idOf(id), text, language });
  return { ...query, givenId: typeof id === 'number' ? id : query.id };
}

/** The answer has the id as it was given, so that it can be joined by it. */
type Query = QueryLineDto & { readonly givenId: string | number };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whole numbers are as good as the text that they are written with. */
const idOf = (id: unknown): unknown => (Number.isSafeInteger(id) ? String(id) : id);

function answerTo({ givenId, text, language = null }: Query, index: SearchIndex): string {
  const answer = rankDuties(text, language, index, rankedDuties);
  const ranked = answer.ranked.map(({ dutyCode, confidence, evidence }) => ({ id: dutyCode, confidence, evidence }));
  const { abstained, because } = answer;
  return JSON.stringify({ id: givenId, language: answer.language, abstained, because, ranked });
}
