import { WorkThread } from '#platform/processes';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { readStatement } from './read-statement.js';
import type { Statement } from './statement.js';

/** Characters of a file that is read at once, which takes a few milliseconds. */
const smallFile = 16_384;

/** Reads bank statements so that nobody else has to wait: those that aren't small in a thread of their own. */
@Injectable()
export class StatementReader implements OnModuleDestroy {
  private readonly thread = new WorkThread<string, Statement>(new URL('statement-worker.js', import.meta.url), {
    name: 'reading statements',
    queueLimit: 4,
  });

  /** @throws DomainError `statement.…` for what concerns the file as a whole; `request.too-many` */
  async read(text: string): Promise<Statement> {
    return text.length <= smallFile ? readStatement(text) : this.thread.ask(text);
  }

  onModuleDestroy(): Promise<void> {
    return this.thread.end();
  }
}
