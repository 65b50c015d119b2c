import { isWorkbook } from '#platform/tables';
import { Injectable } from '@nestjs/common';
import { ThreadReader } from '../thread-reader.js';
import { type AskedStatement, readStatementFile, type StatementFile } from './read-statement-file.js';

@Injectable()
export class BankStatementReader extends ThreadReader<AskedStatement, StatementFile> {
  constructor() {
    super(new URL('bank-statement-worker.js', import.meta.url), { name: 'reading bank lines', queueLimit: 4 });
  }

  protected sizeOf({ bytes }: AskedStatement): number {
    return isWorkbook(bytes) ? Infinity : bytes.byteLength;
  }

  protected readAtOnce(statement: AskedStatement): Promise<StatementFile> {
    return readStatementFile(statement);
  }
}
