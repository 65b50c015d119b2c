import { Module } from '@nestjs/common';
import { CatalogueEntryStore } from './catalogue-entry.store.js';
import { CatalogueImportStore } from './catalogue-import.store.js';
import { CatalogueImportsController } from './catalogue-imports.controller.js';
import { CatalogueController } from './catalogue.controller.js';
import { DutyCatalogue } from './duty-catalogue.js';
import { HolidayCalendarsController } from './holiday-calendars.controller.js';
import { ImportCatalogueHandler } from './import-catalogue.js';
import { ImportReader } from './import-reader.js';
import { PreviewImport } from './preview-import.js';

@Module({
  controllers: [CatalogueController, CatalogueImportsController, HolidayCalendarsController],
  providers: [
    CatalogueEntryStore,
    CatalogueImportStore,
    DutyCatalogue,
    ImportReader,
    PreviewImport,
    ImportCatalogueHandler,
  ],
  exports: [DutyCatalogue],
})
export class CatalogueModule {}
