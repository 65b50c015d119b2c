import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { suggestTexts } from './suggest-texts.js';

interface Answer {
  readonly id: string;
  readonly language: string;
  readonly abstained: boolean;
  readonly ranked: readonly {
    readonly id: string;
    readonly confidence: number;
    readonly evidence: readonly { readonly start: number; readonly end: number; readonly words: string }[];
  }[];
}

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'suggest batch '))));
afterAll(() => rm(folder, { recursive: true }));

const file = async (name: string, content: string | Buffer): Promise<string> => {
  await writeFile(join(folder, name), content);
  return join(folder, name);
};
const lines = (...queries: readonly object[]): string => queries.map((query) => JSON.stringify(query)).join('\n');

async function run(...args: string[]) {
  const out: string[] = [];
  const remarks: string[] = [];
  const code = await suggestTexts(args, {
    answer: async (line) => void out.push(line),
    remark: (line) => remarks.push(line),
  });
  const answers = out.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Answer);
  return { code, out, answers, remarks: remarks.join('\n') };
}

describe('suggest:batch', () => {
  it('answers each good line, in order, and names what is wrong with the others', async () => {
    const inbox = 'tengo el correo lleno y no llego a leerlo todo';
    const content = [
      `\uFEFF${JSON.stringify({ id: 'inbox', text: inbox, note: 'of no use' })}`,
      '',
      '{"id":"nothing"}',
      'not json',
      '{"id":"unknown","text":"bonjour","language":"fr"}',
      `{"id":"long","text":"${'a'.repeat(4001)}"}`,
      '{"id":"empty","text":""}',
      '["boat"]',
      '{"id":"boat","text":"I want to sell my boat","language":null}',
      '{"id":"boat","text":"I want to sell my boat"}',
      '{"id":"blank","text":"  "}',
      '{"id":"smile","text":"😀🔥"}',
      '',
    ].join('\r\n');
    const queries = await file('queries.jsonl', content);
    const { code, answers, remarks } = await run('--queries', queries);
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['inbox', 'boat', 'boat', 'blank', 'smile']);
    const [first, boat, again, ...empty] = answers as [Answer, Answer, Answer, ...Answer[]];
    expect(first).toMatchObject({ language: 'es', abstained: false });
    expect(first.ranked[0]).toMatchObject({ id: 'inbox-triage' });
    for (const { start, end, words } of first.ranked[0]!.evidence) expect(inbox.slice(start, end)).toBe(words);
    expect(boat).toMatchObject({ language: 'en', abstained: true });
    expect(boat.ranked).toHaveLength(20);
    expect(again).toEqual(boat);
    for (const { abstained, ranked } of empty) {
      expect({ abstained, first: ranked[0] }).toMatchObject({
        abstained: true,
        first: { confidence: 0, evidence: [] },
      });
    }
    expect(remarks).toContain(`${queries}:3: /text: text is required. (required)`);
    expect(remarks).toContain(`${queries}:4: The line is not JSON.`);
    expect(remarks).toContain(`${queries}:5: /language: `);
    expect(remarks).toContain(`${queries}:6: /text: `);
    expect(remarks).toContain(`${queries}:7: /text: `);
    expect(remarks).toContain(`${queries}:8: `);
  });

  it('leads words to the duties of another catalogue, whatever more it says, and tells what it could not take', async () => {
    const catalogue = await file(
      'catalogue.csv',
      '\uFEFFid;group;en;es;ca\r\nA-1;Mail;"Inbox\r\ntriage";;\r\nA-2;Money;;Reclamación de cobros;\r\nA-3;Money;;;\r\nA-1;Twice;Calls;;\r\n',
    );
    const queries = await file(
      'two.jsonl',
      lines({ id: 1, text: 'els clients no em paguen' }, { id: '2', text: 'unread emails' }),
    );
    const { code, answers, remarks } = await run('--catalogue', catalogue, '--queries', queries);
    expect(code).toBe(0);
    expect(answers.map(({ id, ranked }) => [id, ranked[0]?.id, ranked.length])).toEqual([
      [1, 'A-2', 2],
      ['2', 'A-1', 2],
    ]);
    expect(remarks).toContain(`${catalogue}:5: `);
    expect(remarks).toContain(`${catalogue}:6: id: `);
  });

  it('says in a line what is wrong with its arguments or its files', async () => {
    const queries = await file('none.jsonl', '{"id":"bad"}\n');
    const told = (...args: string[]) => run(...args).then(({ code, remarks }) => [code, remarks.split('\n')[0]]);
    await expect(told()).resolves.toEqual([2, '--queries is needed.']);
    await expect(told('--query', queries)).resolves.toEqual([2, expect.stringContaining('--query')]);
    await expect(told('--queries', queries, '--encoder', 'on')).resolves.toEqual([
      2,
      'There is no encoder: leave --encoder out.',
    ]);
    const missing = join(folder, 'missing.jsonl');
    await expect(told('--queries', missing)).resolves.toEqual([2, expect.stringContaining('ENOENT')]);
    await expect(run('--queries', queries, '--catalogue', queries)).resolves.toMatchObject({ code: 2, answers: [] });
    await expect(run('--queries', queries)).resolves.toMatchObject({ code: 1, answers: [] });
    await expect(run('--help')).resolves.toMatchObject({ code: 0, out: [expect.stringContaining('Usage')] });
  });

  it('is a command, which leaves the model of English alone where no text is English', async () => {
    const command = fileURLToPath(new URL('suggest-batch.js', import.meta.url));
    const spanish = { id: 'es', text: 'tengo el correo lleno y no llego a leerlo todo' };
    const catalan = { id: 'ca', text: 'els clients no em paguen les factures' };
    const queries = await file('command.jsonl', `${lines(spanish, catalan)}\n{"id":"bad"}\n`);
    const env = { ...process.env, NODE_OPTIONS: '', XDG_CACHE_HOME: folder };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [command, '--queries', queries], { env });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Answer);
    expect(answers.map(({ id, language, abstained }) => [id, language, abstained])).toEqual([
      ['es', 'es', false],
      ['ca', 'ca', false],
    ]);
    expect(stderr).toContain(`${queries}:3: /text`);
    await expect(readdir(join(folder, 'ajudant'))).rejects.toThrow('ENOENT');
  });
});
