import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rankFiles } from './rank-files.js';

const command = fileURLToPath(new URL('rank-batch.js', import.meta.url));
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const example = (name: string): string => join(root, 'examples', name);
const now = ['--now', '2026-02-02T08:00:00Z'];

interface Outcome {
  readonly code: number;
  readonly answers: readonly Answer[];
  readonly remarks: string;
}
interface Answer {
  readonly needId: string;
  readonly considered: number;
  readonly ranked: readonly { rank: number; assistantId: string; score: number; parts: Record<string, number> }[];
  readonly excluded: readonly { assistantId: string; reason: string }[];
  readonly nearMisses: readonly { assistantId: string; failedFilter: string; score: number }[];
}

const answersIn = (text: string): Answer[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);

async function run(...args: string[]): Promise<Outcome> {
  let [said, remarks] = ['', ''];
  const code = await rankFiles(args, {
    answer: async (text) => void (said += text),
    remark: (line) => (remarks += `${line}\n`),
  });
  return { code, answers: answersIn(said), remarks };
}

/** The same as the command that it is, in a process of its own. */
function runCommand(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, answers: answersIn(stdout), remarks: stderr });
    });
  });
}

describe('rank:batch', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'rank batch '))));
  afterAll(() => rm(folder, { recursive: true }));
  const file = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it('ranks the example, with parts that add up, every reason, and what is wrong with a line', async () => {
    const supply = example('supply.jsonl');
    const args = ['--supply', supply, '--needs', example('needs.jsonl'), ...now];
    const { code, answers, remarks } = await run(...args);
    expect(code).toBe(0);
    expect(remarks).toContain(`${supply}:6: /hourly_rate: This is not taken; \`hourlyRate\` is. (unknown)`);
    const [bakery, workshop] = answers;
    expect(bakery).toMatchObject({ needId: 'bakery', considered: 5 });
    expect(bakery!.ranked.map(({ rank, assistantId }) => [rank, assistantId])).toEqual([
      [1, 'montse'],
      [2, 'diego'],
    ]);
    for (const { score, parts } of bakery!.ranked) {
      expect(Object.values(parts).reduce((sum, points) => sum + points, 0)).toBeCloseTo(score, 9);
    }
    expect(bakery!.excluded).toEqual([
      { assistantId: 'pau', reason: 'rate' },
      { assistantId: 'noor', reason: 'agency-inactive' },
      { assistantId: 'iria', reason: 'clearance' },
    ]);
    expect(bakery!.nearMisses.map(({ failedFilter }) => failedFilter).sort()).toEqual([
      'agency-inactive',
      'clearance',
      'rate',
    ]);
    expect(workshop!.excluded.filter(({ reason }) => reason === 'conflict')).toHaveLength(2);
  });

  it('goes on after bad lines, and takes marks, carriage returns and blank lines as they come', async () => {
    const [assistant] = (await readFile(example('supply.jsonl'), 'utf8')).split('\n');
    const [need] = (await readFile(example('needs.jsonl'), 'utf8')).split('\n');
    const changed = (line: string, changes: object): string => JSON.stringify({ ...JSON.parse(line), ...changes });
    const supply = await file(
      'supply.jsonl',
      [
        `\uFEFF${changed(assistant!, { note: 'likes cats' })}`,
        '',
        '{"id":',
        '[]',
        // JSON may hold it, and it ends no line; but it is no text either.
        changed(assistant!, { id: 'a\u2028b' }),
        changed(assistant!, { id: 'dear', hourlyRate: { amountMinor: 15.5, currency: 'EUR' } }),
        changed(assistant!, { id: 'gone', status: 'withdrawn' }),
        assistant!,
        changed(assistant!, { id: 'nowhere', timeZone: 'Europe/Atlantis' }),
        changed(assistant!, { id: 'praised', reviews: { count: 2, scoreSum: 11 } }),
      ].join('\r\n'),
    );
    const needs = await file(
      'needs.jsonl',
      [
        changed(need!, { id: 'backwards', endsOn: '2026-03-01' }),
        changed(need!, { id: 'free', hourlyRateCap: null }),
        need!,
        changed(need!, { id: 'over', startsOn: '2026-01-01', endsOn: '2026-01-31' }),
      ].join('\n'),
    );
    const { code, answers, remarks } = await run('--supply', supply, '--needs', needs, '--top', '1', ...now);
    expect(code).toBe(0);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ needId: 'bakery', considered: 1, excluded: [] });
    expect(answers[0]!.ranked).toHaveLength(1);
    for (const remark of [
      `${supply}:3: The line is not JSON. (request.malformed)`,
      `${supply}:4: The body has to be a JSON object. (isObject)`,
      `${supply}: \`note\` is of no use here and left out.`,
      `${supply}:5: /id: It holds U+2028, which is not to be seen.`,
      `${supply}:6: /hourlyRate/amountMinor: `,
      `${supply}:8: /id: It is the same as on line 1. (duplicate)`,
      `${supply}:9: /timeZone: `,
      `${supply}:10: /reviews: `,
      `${needs}:1: /endsOn: `,
      `${needs}:2: /hourlyRateCap: `,
      `${needs}:4: /endsOn: `,
      'For the needs it is 2026-02-02T08:00:00.000Z; --now says otherwise.',
      'Needs ranked: 1. Assistants: 1. Lines not taken: 10.',
    ]) {
      expect(remarks).toContain(remark);
    }
  });

  it('holds a clearance against nobody of whom nothing is said, unless it is told to, and takes every word about one', async () => {
    const line = JSON.parse((await readFile(example('supply.jsonl'), 'utf8')).split('\n')[0]!) as object;
    const known = [
      { id: 'unsaid', clearedUntil: undefined },
      { id: 'none', clearedUntil: null },
      { id: 'nothing', clearedUntil: undefined, clearance: null },
      { id: 'lapsed', clearedUntil: '2026-03-01T00:00:00Z' },
      { id: 'lapsing', clearedUntil: undefined, clearance: { validUntil: '2026-03-01T00:00:00Z' } },
      { id: 'cleared', clearedUntil: undefined, clearance: { validUntil: '2027-03-01T00:00:00Z' } },
    ];
    const lines = known.map((one) => JSON.stringify({ ...line, agencyId: undefined, ...one }));
    const supply = await file('clearances.jsonl', lines.join('\n'));
    const args = ['--supply', supply, '--needs', example('needs.jsonl'), ...now];
    const rankedBy = async (...more: string[]) => {
      const { answers, remarks } = await run(...args, ...more);
      return { ranked: answers[0]!.ranked.map(({ assistantId }) => assistantId).sort(), remarks };
    };
    const { ranked, remarks } = await rankedBy();
    expect(ranked).toEqual(['cleared', 'unsaid']);
    expect(remarks).toContain(`${supply}: Without a word about a clearance: 1. It isn't held against them;`);
    expect((await rankedBy('--cleared-until', '2027-01-01T00:00:00Z')).ranked).toEqual(['cleared', 'unsaid']);
    const strict = await rankedBy('--cleared-until', '2026-02-02T08:00:00Z');
    expect(strict.ranked).toEqual(['cleared']);
    expect(strict.remarks).not.toContain('Without a word');
  });

  it('names once a duty that nobody does, which may be written wrongly', async () => {
    const [need] = (await readFile(example('needs.jsonl'), 'utf8')).split('\n');
    const asked = { lineId: 'a', dutyCode: 'inbox-tirage', volume: 1, cadence: 'weekly', importance: 1 };
    const wrong = ['one', 'two'].map((id) => JSON.stringify({ ...JSON.parse(need!), id, lines: [asked] }));
    const needs = await file('wrong-duty.jsonl', wrong.join('\n'));
    const { answers, remarks } = await run('--supply', example('supply.jsonl'), '--needs', needs, ...now);
    expect(answers.map(({ ranked }) => ranked)).toEqual([[], []]);
    expect(remarks.split('nobody of the supply does `inbox-tirage`')).toHaveLength(2);
  });

  it('gives the tenth place by lot to a newcomer when it is asked to, and tells the chance', async () => {
    const [assistant] = (await readFile(example('supply.jsonl'), 'utf8')).split('\n');
    const [need] = (await readFile(example('needs.jsonl'), 'utf8')).split('\n');
    const changed = (line: string, changes: object): string => JSON.stringify({ ...JSON.parse(line), ...changes });
    const known = Array.from({ length: 11 }, (_, at) =>
      changed(assistant!, { id: `known-${at}`, agencyId: undefined }),
    );
    const newcomer = { id: 'new', agencyId: undefined, listedAt: '2026-01-20T08:00:00Z', reviews: undefined };
    // Dearer, so that the lot alone brings them among the ten.
    const dear = changed(assistant!, { ...newcomer, hourlyRate: { amountMinor: 2_300, currency: 'EUR' } });
    const supply = await file('newcomers.jsonl', [...known, dear].join('\n'));
    const needs = await file(
      'many.jsonl',
      Array.from({ length: 20 }, (_, at) => changed(need!, { id: `need-${at}` })).join('\n'),
    );
    const slots = async (...more: string[]) => {
      const { answers } = await run('--supply', supply, '--needs', needs, ...now, ...more);
      return answers.flatMap(({ ranked }) => ranked.filter((entry) => 'newcomerSlot' in entry));
    };
    const given = await slots('--newcomers');
    expect(given.length).toBeGreaterThan(0);
    for (const slot of given)
      expect(slot).toMatchObject({ rank: 10, assistantId: 'new', newcomerSlot: { chance: 0.5 } });
    expect(await slots()).toEqual([]);
  });

  it('ends with 2 for wrong arguments and unreadable files, and with 1 when nothing was good', async () => {
    const [supply, needs] = ['--supply', '--needs'].map((name, at) => [
      name,
      example(['supply', 'needs'][at]! + '.jsonl'),
    ]);
    expect((await run(...supply!, ...needs!, '--top', '0')).code).toBe(2);
    expect((await run(...supply!, ...needs!, '--tops', '3')).remarks).toContain('Usage:');
    const missing = await run(...supply!, '--needs', join(folder, 'nowhere.jsonl'));
    expect([missing.code, missing.remarks]).toEqual([2, expect.stringContaining('nowhere.jsonl')]);
    expect((await run(...supply!, '--needs', await file('bad.jsonl', '{}\n'))).code).toBe(1);
  });

  it('is a command that answers on standard output alone, and ends with its code', async () => {
    const args = ['--supply', example('supply.jsonl'), '--needs', example('needs.jsonl'), ...now];
    const [right, wrong] = await Promise.all([runCommand(...args), runCommand(...args, '--top', '0')]);
    expect(right).toEqual(await run(...args));
    expect([wrong.code, wrong.answers, wrong.remarks]).toEqual([2, [], expect.stringContaining('--top is a whole')]);
  });
});
