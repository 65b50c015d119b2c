export { CatalogueEntryImportedV1 } from './catalogue-entry-imported.v1.js';
export { CatalogueEntryRetiredV1 } from './catalogue-entry-retired.v1.js';
