import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 30;

/** False when there is no such process. */
export const signalTo = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** A process that has ended isn't alive, even while its entry waits for a parent that may never collect it. */
export const isAlive = (pid: number): boolean => signalTo(pid, 0) && !isZombie(pid);

/** Whether a process has ended by then. */
export const ends = async (pid: number, withinMs = 5_000): Promise<boolean> => {
  const deadline = performance.now() + withinMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(pollMs);
  }
  return true;
};

// proc_pid_stat(5): the state is the letter behind the command, which stands in parentheses and may hold any character.
const isZombie = (pid: number): boolean => {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return 'ZX'.includes(stat.charAt(stat.lastIndexOf(')') + 2));
  } catch (error) {
    // It went between the signal and the look.
    return ['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
};
