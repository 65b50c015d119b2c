import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../kafka/broker-properties.js';
import { ServiceProcess } from './service-process.js';

let folder: string;
let url: string;
let environment: Record<string, string>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'services '));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  environment = { PORT: String(port), NODE_OPTIONS: '' };
});
afterEach(() => rm(folder, { recursive: true }));

const service = async (code: string, print: (line: string) => void = () => undefined): Promise<ServiceProcess> => {
  const program = path.join(folder, 'main.mjs');
  await writeFile(program, code);
  return new ServiceProcess('clerk', program, environment, print);
};

const answering = `import { createServer } from 'node:http';
  let asked = 0;
  createServer((_, answer) => { answer.statusCode = ++asked < 3 ? 503 : 200; answer.end(); }).listen(process.env.PORT);`;

describe('a service that was started', () => {
  it('is waited for until it says that it is ready, and ends when it is told', async () => {
    const clerk = await service(`${answering}\nprocess.on('SIGTERM', () => process.exit(0));`);
    await clerk.ready(url);
    await clerk.stop();
    expect(await clerk.ended).toBe('clerk ended with code 0');
  });

  it('shows what it says behind its name, line by line', async () => {
    const lines: string[] = [];
    const clerk = await service(`process.stdout.write('one\\ntwo'); console.error('three');`, (line) => {
      lines.push(line);
    });
    await clerk.ended;
    expect(lines.toSorted()).toEqual(['clerk   | one', 'clerk   | three', 'clerk   | two']);
  });

  it('is not waited for when it has ended', async () => {
    const clerk = await service('process.exit(78);');
    await expect(clerk.ready(url)).rejects.toThrow('clerk ended with code 78');
  });
});
