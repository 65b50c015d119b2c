import type { Feature } from '../feature.js';
import { ThreadExportsModule } from './thread-exports.module.js';

export const threadExports: Feature = { module: ThreadExportsModule };
