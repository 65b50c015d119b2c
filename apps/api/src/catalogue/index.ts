import type { Feature } from '../feature.js';
import { ImportedCatalogues1795390170000 } from '../migrations/1795390170000-imported-catalogues.js';
import { CatalogueEntryRow } from './catalogue-entry.row.js';
import { CatalogueModule } from './catalogue.module.js';

export const catalogue: Feature = {
  module: CatalogueModule,
  rows: [CatalogueEntryRow],
  migrations: [ImportedCatalogues1795390170000],
};
