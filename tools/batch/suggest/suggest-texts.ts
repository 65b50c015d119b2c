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
import { readCatalogueFile } from '../../../apps/api/src/catalogue/catalogue-file.js';
import { isMisuse, misuse, UsageError } from '../command-line.js';
import { readJsonLines, type Rejection } from '../json-lines.js';
import { EnglishOnDemand } from './english-on-demand.js';
import { QueryLineDto } from './query-line.dto.js';

const usage = `Usage: npm run --silent suggest:batch -- --queries FILE
  --queries FILE    JSON Lines of { "id", "text", "language"? }
  --catalogue FILE  duties of another catalogue (CSV or JSON with an id and labels en, es, ca); the own ones unless said
  --encoder auto    whether English is understood by its meaning too: on, off, or auto (if the model is installed)
  --help`;

const rankedDuties = 20;

const encoderChoices = ['auto', 'on', 'off'] as const;
type EncoderChoice = (typeof encoderChoices)[number];

class UnusableFile extends Error {}

/** Where answers and remarks go, and where the vectors of English phrases are kept. */
export interface Surroundings {
  /** Resolves when the next line may come. */
  readonly answer: (line: string) => Promise<void>;
  readonly remark: (line: string) => void;
  readonly cacheFolder: string;
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
  readonly encoder: EncoderChoice;
}

/** Null where only help is wanted. */
function settingsOf(args: readonly string[]): Settings | null {
  const { values } = parseArgs({
    args: [...args],
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

/** @returns how many queries were answered */
async function answerAll({ queries, catalogue, encoder }: Settings, around: Surroundings): Promise<number> {
  const imported = catalogue === null ? [] : await importedOf(catalogue, around);
  const source: SearchIndexSource = { ...ownCatalogue(), imported, offersOwnDuties: catalogue === null };
  const english = await englishOf(encoder, source, around);
  let index: SearchIndex | null = null;
  const reject = ({ line, field, code, reason }: Rejection): void =>
    around.remark(`${queries}:${line}: ${field === '' ? '' : `${field}: `}${reason} (${code})`);
  let answered = 0;
  for await (const query of readJsonLines(queries, queryOf, reject)) {
    index ??= catalogue === null ? ownSearchIndex() : buildSearchIndex(source);
    await around.answer(await answerTo(query, index, english));
    answered += 1;
  }
  return answered;
}

async function importedOf(file: string, { remark }: Surroundings): Promise<readonly ImportedDuty[]> {
  const { entries, rejected } = readCatalogueFile(await readFile(file, 'utf8'), { fileName: basename(file) });
  for (const { line, field, reason } of rejected) {
    remark(`${file}:${line}: ${field === null ? '' : `${field}: `}${reason}`);
  }
  if (entries.length === 0) throw new UnusableFile(`${file}: none of its entries could be taken.`);
  return entries;
}

async function englishOf(
  choice: EncoderChoice,
  source: SearchIndexSource,
  { remark, cacheFolder }: Surroundings,
): Promise<EnglishOnDemand | null> {
  if (choice === 'off') return null;
  let missing = '';
  const english = new EnglishOnDemand(source, cacheFolder, (reason) => {
    missing = reason;
    if (choice === 'auto') remark(`English is understood by its words alone: ${reason}`);
  });
  if (choice === 'on' && !(await english.ready())) throw new UnusableFile(`--encoder on: ${missing}`);
  return english;
}

const readQuery = bodyReader(QueryLineDto);

/** @throws DomainError `request.invalid` */
function queryOf(value: unknown): QueryLineDto {
  const query = isRecord(value) ? { id: idOf(value['id']), text: value['text'], language: value['language'] } : value;
  return readQuery(query);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whole numbers are as good as the text that they are written with. */
const idOf = (id: unknown): unknown => (Number.isSafeInteger(id) ? String(id) : id);

async function answerTo(query: QueryLineDto, index: SearchIndex, english: EnglishOnDemand | null): Promise<string> {
  const { id, text, language = null } = query;
  const meanings = english && (await english.of(text, language, index));
  const answer = rankDuties(text, language, index, rankedDuties, meanings);
  const ranked = answer.ranked.map(({ dutyCode, confidence, evidence }) => ({ id: dutyCode, confidence, evidence }));
  return JSON.stringify({ id, language: answer.language, abstained: answer.abstained, ranked });
}
