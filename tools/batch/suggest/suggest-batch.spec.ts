import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('suggest-batch.js', import.meta.url));

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
interface Outcome {
  readonly code: number;
  readonly answers: readonly Answer[];
  readonly remarks: string;
}

function run(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    const child = execFile(process.execPath, [command, ...args], { env }, (_, stdout, stderr) => {
      const lines = stdout.split('\n').filter((line) => line !== '');
      const answers = lines.map((line) => JSON.parse(line) as Answer);
      resolve({ code: child.exitCode ?? -1, answers, remarks: stderr });
    });
  });
}

describe('suggest:batch', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'suggest batch '))));
  afterAll(() => rm(folder, { recursive: true }));
  const file = async (name: string, content: string): Promise<string> => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };

  it('answers each good line, in order, and names what is wrong with the others', async () => {
    const inbox = 'tengo el correo lleno y no llego a leerlo todo';
    const queries = await file(
      'queries.jsonl',
      [
        `\uFEFF${JSON.stringify({ id: 'inbox', text: inbox, note: 'of no use' })}`,
        '',
        '{"id":"nothing"}',
        'not json',
        '{"id":"unknown","text":"bonjour","language":"fr"}',
        `{"id":"long","text":"${'a'.repeat(4001)}"}`,
        '{"id":"boat","text":"I want to sell my boat","language":null}',
        '',
      ].join('\r\n'),
    );
    const { code, answers, remarks } = await run('--queries', queries, '--encoder', 'off');
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(['inbox', 'boat']);
    const [first, boat] = answers as [Answer, Answer];
    expect(first).toMatchObject({ language: 'es', abstained: false });
    expect(first.ranked[0]).toMatchObject({ id: 'inbox-triage' });
    for (const { start, end, words } of first.ranked[0]!.evidence) expect(inbox.slice(start, end)).toBe(words);
    expect(boat).toMatchObject({ language: 'en', abstained: true });
    expect(boat.ranked).toHaveLength(20);
    expect(remarks).toContain(`${queries}:3: /text: text must be a string. (isString)`);
    expect(remarks).toContain(`${queries}:4: The line is not JSON.`);
    expect(remarks).toContain(`${queries}:5: /language: `);
    expect(remarks).toContain(`${queries}:6: /text: `);
  });

  it('leads words to the duties of another catalogue, whatever more it says, and tells what it could not take', async () => {
    const catalogue = await file(
      'catalogue.csv',
      '\uFEFFid,group,en,es,ca\r\nA-1,Mail,Inbox triage,,\r\nA-2,Money,,Reclamación de cobros,\r\nA-3,Money,,,\r\n',
    );
    const queries = await file(
      'two.jsonl',
      '{"id":1,"text":"els clients no em paguen"}\n{"id":"2","text":"unread emails"}\n',
    );
    const { code, answers, remarks } = await run('--encoder', 'off', '--catalogue', catalogue, '--queries', queries);
    expect(code).toBe(0);
    expect(answers.map(({ id, ranked }) => [id, ranked[0]?.id, ranked.length])).toEqual([
      ['1', 'A-2', 2],
      ['2', 'A-1', 2],
    ]);
    expect(remarks).toContain(`${catalogue}:4: `);
  });

  it('answers Spanish and Catalan the same whether or not there is an encoder of English', async () => {
    const queries = await file(
      'not-english.jsonl',
      '{"id":"es","text":"nadie me paga"}\n{"id":"ca","text":"la bústia em menja els matins"}\n',
    );
    const without = await run('--queries', queries, '--encoder', 'off');
    const { code, answers } = await run('--queries', queries);
    expect({ code, count: answers.length }).toEqual({ code: 0, count: 2 });
    expect(answers).toEqual(without.answers);
  });

  it('says in a line what is wrong with its arguments or its files', async () => {
    const queries = await file('none.jsonl', '{"id":"bad"}\n');
    const missing = join(folder, 'missing.jsonl');
    await expect(run()).resolves.toMatchObject({ code: 2, remarks: expect.stringContaining('--queries is needed.') });
    await expect(run('--query', queries)).resolves.toMatchObject({
      code: 2,
      remarks: expect.stringContaining('Usage'),
    });
    await expect(run('--queries', queries, '--encoder', 'maybe')).resolves.toMatchObject({
      code: 2,
      remarks: expect.stringContaining('--encoder is auto, on or off.'),
    });
    await expect(run('--queries', missing)).resolves.toMatchObject({
      code: 2,
      remarks: expect.stringContaining('ENOENT'),
    });
    await expect(run('--queries', queries, '--catalogue', queries)).resolves.toMatchObject({ code: 2, answers: [] });
    await expect(run('--queries', queries)).resolves.toMatchObject({ code: 1, answers: [] });
  });
});
