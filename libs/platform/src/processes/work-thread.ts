import { Worker } from 'node:worker_threads';
import { DomainError } from '#domain-error';

/** One piece of work, and what came of it: the thread answers in the order in which it is asked. */
export interface Task<Question> {
  readonly number: number;
  readonly question: Question;
}
export type Outcome<Found> = { readonly number: number } & (
  | { readonly found: Found }
  | { readonly refused: { readonly code: string; readonly details: DomainError['details'] } }
  | { readonly failed: string }
);

interface Waiting<Found> {
  resolve(found: Found): void;
  reject(error: Error): void;
}

export interface WorkThreadOptions {
  /** In messages, and for whoever looks at the process. */
  readonly name: string;
  /** How many may be asked at a time; whoever comes on top is refused with `request.too-many`. */
  readonly queueLimit: number;
}

/** A thread that nobody asks for so long ends; the next question starts another. */
const idleMs = 30_000;

/**
 * Work that would hold up everybody else if it were done here, in a thread of its own: one piece after the other. It is started
 * by the first question, and has no memory limit of its own: V8 may end the whole process where one is passed. So what is
 * asked has to be bounded.
 * @template Question and Found: what can be cloned from thread to thread
 */
export class WorkThread<Question, Found> {
  private worker: Worker | null = null;
  private asked = 0;
  private idle: NodeJS.Timeout | undefined;
  /** In the order of the questions. */
  private readonly waiting = new Map<number, Waiting<Found>>();

  /** @param program a module that calls `answerInThread` */
  constructor(
    private readonly program: URL,
    private readonly options: WorkThreadOptions,
  ) {}

  /** Fails with what the work refuses, or with `request.too-many`. */
  async ask(question: Question): Promise<Found> {
    if (this.waiting.size >= this.options.queueLimit) {
      const detail = 'Too much is being read at this moment.';
      throw new DomainError('request.too-many', { detail, retryAfterSeconds: 2 });
    }
    clearTimeout(this.idle);
    this.worker ??= this.start();
    const task: Task<Question> = { number: (this.asked += 1), question };
    this.worker.postMessage(task);
    return new Promise<Found>((resolve, reject) => this.waiting.set(task.number, { resolve, reject }));
  }

  async end(): Promise<void> {
    clearTimeout(this.idle);
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.program, { name: this.options.name });
    // It has nothing to finish when the process is about to end.
    worker.unref();
    worker.on('message', (outcome: Outcome<Found>) => this.take(outcome));
    let cause: Error | null = null;
    worker.on('error', (error) => void (cause = error));
    worker.on('exit', () => this.giveUp(worker, cause));
    return worker;
  }

  private take(outcome: Outcome<Found>): void {
    const waiting = this.waiting.get(outcome.number);
    this.waiting.delete(outcome.number);
    if ('found' in outcome) waiting?.resolve(outcome.found);
    else if ('refused' in outcome) waiting?.reject(new DomainError(outcome.refused.code, outcome.refused.details));
    else waiting?.reject(new Error(`${this.options.name}: ${outcome.failed}`));
    if (this.waiting.size === 0) this.idle = setTimeout(() => void this.end(), idleMs).unref();
  }

  private giveUp(worker: Worker, cause: Error | null): void {
    if (this.worker === worker) this.worker = null;
    const error = new Error(`${this.options.name}: the thread has ended`, { cause });
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
