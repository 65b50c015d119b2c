export interface Ending {
  /** Ends in order. Called once. */
  readonly inOrder: (signal: NodeJS.Signals) => void;
  /** For whoever asks again and doesn't want to wait. */
  readonly atOnce: () => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Ctrl-C reaches a process twice: the terminal sends it to all of its group, and npm passes it on. */
const sameMs = 1_000;

/** Listens for what tells a process to end. */
export const onEndSignal = ({ inOrder, atOnce }: Ending): void => {
  let firstAt: number | null = null;
  const hear = (signal: NodeJS.Signals): void => {
    if (firstAt === null) {
      firstAt = performance.now();
      inOrder(signal);
    } else if (performance.now() - firstAt > sameMs) {
      atOnce();
    }
  };
  for (const signal of signals) process.on(signal, hear);
};
