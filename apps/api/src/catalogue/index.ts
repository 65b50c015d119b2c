import type { Feature } from '../feature.js';
import { ImportedCatalogues1795390170000 } from '../migrations/1795390170000-imported-catalogues.js';
import { CatalogueImportJobs1796047057000 } from '../migrations/1796047057000-catalogue-import-jobs.js';
import { CatalogueEntryRow } from './catalogue-entry.row.js';
import { CatalogueModule } from './catalogue.module.js';

export const catalogue: Feature = {
  module: CatalogueModule,
  rows: [CatalogueEntryRow],
  migrations: [ImportedCatalogues1795390170000, CatalogueImportJobs1796047057000],
};
