import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, signalTo } from './process-life.js';

const becomesDead = async (pid: number): Promise<boolean> => {
  for (let waited = 0; waited < 30_000; waited += 20) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return false;
};

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
    expect(await becomesDead(child)).toBe(true);
    expect(isAlive(Number(parent.pid))).toBe(true);
    parent.kill('SIGKILL');
  });
});
