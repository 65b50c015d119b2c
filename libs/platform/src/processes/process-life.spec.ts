import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { ends, isAlive, signalTo } from './process-life.js';

describe('whether a process lives', () => {
  it('is true of one that runs, and false of one that never was', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(2 ** 30)).toBe(false);
    expect(signalTo(2 ** 30, 'SIGINT')).toBe(false);
  });

  it('is false of one that has ended and that its parent never collects', async () => {
    // `exec` puts a program in the shell's place that knows nothing of the child which the shell has started.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    const child = Number(line);
    expect(isAlive(child)).toBe(true);
    process.kill(child, 'SIGKILL');
    expect(await ends(child, 30_000)).toBe(true);
    expect(isAlive(Number(parent.pid))).toBe(true);
    parent.kill('SIGKILL');
  });
});
