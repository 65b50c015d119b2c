import { Injectable } from '@nestjs/common';
import { ThreadReader } from '../thread-reader.js';
import { readStatement } from './read-statement.js';
import type { Statement } from './statement.js';

@Injectable()
export class StatementReader extends ThreadReader<string, Statement> {
  constructor() {
    super(new URL('statement-worker.js', import.meta.url), { name: 'reading statements', queueLimit: 4 });
  }

  protected sizeOf(text: string): number {
    return text.length;
  }

  protected readAtOnce(text: string): Statement {
    return readStatement(text);
  }
}
