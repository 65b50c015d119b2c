import { Module } from '@nestjs/common';
import { AccountStatements } from './account-statements.js';
import { LedgerBook } from './ledger-book.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerReader } from './ledger-reader.js';

@Module({
  controllers: [LedgerController],
  providers: [AccountStatements, LedgerBook, LedgerReader],
  exports: [LedgerBook, LedgerReader],
})
export class LedgerModule {}
