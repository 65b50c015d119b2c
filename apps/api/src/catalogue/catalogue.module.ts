import { Module } from '@nestjs/common';
import { AskImportHandler } from './ask-import.js';
import { CancelImportHandler } from './cancel-import.js';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import { CatalogueImportStore } from './catalogue-import.store.js';
import { CatalogueImportsController } from './catalogue-imports.controller.js';
import { CatalogueController } from './catalogue.controller.js';
import { DutyCatalogue } from './duty-catalogue.js';
import { HolidayCalendarsController } from './holiday-calendars.controller.js';
import { ImportCatalogueHandler } from './import-catalogue.js';
import { ImportJobStore } from './import-job.store.js';
import { ImportJobsController } from './import-jobs.controller.js';
import { ImportPartWriting } from './import-part-writing.js';
import { ImportReader } from './import-reader.js';
import { ImportWork } from './import-work.js';
import { PlanWriting } from './plan-writing.js';
import { PreviewImport } from './preview-import.js';

@Module({
  controllers: [CatalogueController, CatalogueImportsController, ImportJobsController, HolidayCalendarsController],
  providers: [
    CatalogueEntryStore,
    CatalogueImportStore,
    DutyCatalogue,
    ImportReader,
    PreviewImport,
    ImportCatalogueHandler,
    PlanWriting,
    ImportJobStore,
    ImportPartWriting,
    ImportWork,
    AskImportHandler,
    CancelImportHandler,
  ],
  exports: [DutyCatalogue],
})
export class CatalogueModule {}
