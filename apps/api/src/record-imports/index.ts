import type { Feature } from '../feature.js';
import { RecordImports1796043000000 } from '../migrations/1796043000000-record-imports.js';
import { RecordImportsModule } from './record-imports.module.js';

export const recordImports: Feature = { module: RecordImportsModule, migrations: [RecordImports1796043000000] };
