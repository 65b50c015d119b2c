/** What whoever starts a program can do something about: the message is one line for them. */
export class StartFailure extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartFailure';
  }
}

/** Runs the start of a program. If it fails, one line says why, or the whole trace where only a programmer can help. */
export const orExplain = async (start: () => Promise<void>): Promise<void> => {
  try {
    await start();
  } catch (error) {
    console.error(explanationOf(error));
    process.exit(1);
  }
};

const explanationOf = (error: unknown): string => {
  if (error instanceof StartFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
