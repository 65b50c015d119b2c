import { Module } from '@nestjs/common';
import { BusinessesModule } from '../businesses/businesses.module.js';
import { FilesModule } from '../files/files.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AmendRecordHandler } from './amend-record.js';
import { BooksRetention } from './books-retention.js';
import { CloseMonthHandler } from './close-month.js';
import { ElectronicInvoiceReader } from './electronic-invoice-reader.js';
import { ExtendRetentionHandler } from './extend-retention.js';
import { FileRecordHandler } from './file-record.js';
import { MoveRecordHandler } from './move-record.js';
import { ReadDocument } from './read-document.js';
import { ReadRetention } from './read-retention.js';
import { RecordBooksController } from './record-books.controller.js';
import { RecordBooksStore } from './record-books.store.js';
import { RecordFiling } from './record-filing.js';
import { RecordStore } from './record.store.js';
import { RecordYearStore } from './record-year.store.js';
import { RecordYears } from './record-years.js';
import { RecordsController } from './records.controller.js';
import { UncategorisedRecords } from './uncategorised-records.js';

@Module({
  imports: [BusinessesModule, FilesModule, WorkRecordsModule],
  controllers: [RecordsController, RecordBooksController],
  providers: [
    RecordBooksStore,
    RecordStore,
    RecordFiling,
    RecordYears,
    ReadDocument,
    ElectronicInvoiceReader,
    FileRecordHandler,
    AmendRecordHandler,
    MoveRecordHandler,
    CloseMonthHandler,
    BooksRetention,
    ExtendRetentionHandler,
    ReadRetention,
    RecordYearStore,
    UncategorisedRecords,
  ],
  exports: [RecordBooksStore, RecordFiling, RecordStore, UncategorisedRecords],
})
export class RecordsModule {}
