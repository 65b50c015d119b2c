import type { Feature } from '../feature.js';
import { DataExports1796048182405 } from '../migrations/1796048182405-data-exports.js';
import { DataExportsModule } from './data-exports.module.js';

export const dataExports: Feature = { module: DataExportsModule, migrations: [DataExports1796048182405] };
