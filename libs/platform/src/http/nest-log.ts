import type { LoggerService } from '@nestjs/common';
import type { Level, Logger } from 'pino';

const thrownAsWell: ReadonlySet<unknown> = new Set(['NestApplication', 'ExceptionHandler']);

/** What Nest says, and what is said through its `Logger`, as lines of the application's log. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.write('info', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  error(message: unknown, ...more: unknown[]): void {
    // That it can't start or listen it throws as well: whoever starts the program is told in a line of text.
    if (thrownAsWell.has(more.at(-1))) return;
    this.write('error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  /** Nest puts the name of who speaks last, and before it the stack of an error that it gives as a text. */
  private write(level: Level, message: unknown, more: readonly unknown[]): void {
    const [stack, context] = more.length > 1 ? [more.at(-2), more.at(-1)] : [undefined, more.at(-1)];
    if (message instanceof Error) this.logger[level]({ context, err: message });
    else if (typeof stack === 'string') this.logger[level]({ context, err: withStack(String(message), stack) });
    else if (typeof message === 'object' && message !== null) this.logger[level]({ ...message, context });
    else this.logger[level]({ context }, String(message));
  }
}

const withStack = (message: string, stack: string): Error => Object.assign(new Error(message), { stack });
