import type { Feature } from '../feature.js';
import { MoneyReportsModule } from './money-reports.module.js';

export const moneyReports: Feature = { module: MoneyReportsModule };
