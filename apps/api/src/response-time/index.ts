import type { Feature } from '../feature.js';
import { ResponseTime1796020000000 } from '../migrations/1796020000000-response-time.js';
import { ResponseTimeModule } from './response-time.module.js';

export const responseTime: Feature = { module: ResponseTimeModule, migrations: [ResponseTime1796020000000] };
