import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { BusinessesModule } from '../businesses/businesses.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { BaselineFreezing } from './baseline-freezing.js';
import { EnquiriesController } from './enquiries.controller.js';
import { EnquiryReader } from './enquiry-reader.js';
import { EnquiryStore } from './enquiry.store.js';
import { FreezeBaselineHandler } from './freeze-baseline.js';
import { ImportEnquiriesHandler } from './import-enquiries.js';
import { Remeasuring } from './remeasuring.js';
import { ResponseBaselineStore } from './response-baseline.store.js';
import { ResponseHoursController } from './response-hours.controller.js';
import { ResponseHoursStore } from './response-hours.store.js';
import { ResponseRecordController } from './response-record.controller.js';
import { ResponseRecords } from './response-records.js';
import { ResponseReports } from './response-reports.js';
import { ResponseReportsController } from './response-reports.controller.js';
import { SetResponseHoursHandler } from './set-response-hours.js';
import { TellEnquiryHandler } from './tell-enquiry.js';

@Module({
  imports: [AgenciesModule, AgreementsModule, BusinessesModule, WorkRecordsModule],
  controllers: [ResponseHoursController, EnquiriesController, ResponseReportsController, ResponseRecordController],
  providers: [
    ResponseHoursStore,
    EnquiryStore,
    EnquiryReader,
    ResponseBaselineStore,
    ResponseReports,
    ResponseRecords,
    Remeasuring,
    BaselineFreezing,
    SetResponseHoursHandler,
    TellEnquiryHandler,
    ImportEnquiriesHandler,
    FreezeBaselineHandler,
  ],
  exports: [EnquiryStore, ResponseHoursStore, ResponseReports],
})
export class ResponseTimeModule {}
