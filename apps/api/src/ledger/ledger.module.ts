import { Module } from '@nestjs/common';
import { LedgerBook } from './ledger-book.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerReader } from './ledger-reader.js';

@Module({
  controllers: [LedgerController],
  providers: [LedgerBook, LedgerReader],
  exports: [LedgerBook],
})
export class LedgerModule {}
