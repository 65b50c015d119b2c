import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the kernel's own clock does. */
const tickMs = 10;

interface ProcessTimes {
  readonly parent: number;
  /** Of the process itself and of its children that have ended. */
  readonly ms: number;
}

/** Milliseconds of processor that a process and all its descendants have used so far; NaN where there is no /proc. */
export function processorMs(pid: number): number {
  const all = processes();
  if (all === null) return Number.NaN;
  const sum = (of: number): number => {
    const children = [...all].filter(([, { parent }]) => parent === of);
    return (all.get(of)?.ms ?? 0) + children.reduce((total, [child]) => total + sum(child), 0);
  };
  return sum(pid);
}

/** Bytes of memory that a process holds; NaN where there is no /proc. */
export function residentBytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1_024;
  } catch {
    return Number.NaN;
  }
}

function processes(): Map<number, ProcessTimes> | null {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return null;
  }
  return new Map(names.flatMap((name) => timesOf(name)));
}

/** None where it ended meanwhile. See proc(5), /proc/pid/stat: the name in parentheses may hold blanks. */
function timesOf(pid: string): [number, ProcessTimes][] {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return [];
  }
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user, system, childrenUser, childrenSystem] = fields.slice(11, 15) as [number, number, number, number];
  return [[Number(pid), { parent: fields[1]!, ms: (user + system + childrenUser + childrenSystem) * tickMs }]];
}
