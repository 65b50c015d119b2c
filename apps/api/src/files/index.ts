import type { Feature } from '../feature.js';
import { Files1796040000000 } from '../migrations/1796040000000-files.js';
import { FilesModule } from './files.module.js';

export const files: Feature = { module: FilesModule, migrations: [Files1796040000000] };
