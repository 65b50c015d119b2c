import type { Feature } from '../feature.js';
import { Records1796041000000 } from '../migrations/1796041000000-records.js';
import { RecordYears1796047724672 } from '../migrations/1796047724672-record-years.js';
import { RecordsByTheirPayment1796083786000 } from '../migrations/1796083786000-records-by-their-payment.js';
import { RecordsCounted1796104000000 } from '../migrations/1796104000000-records-counted.js';
import { RecordsModule } from './records.module.js';

export const records: Feature = {
  module: RecordsModule,
  migrations: [
    Records1796041000000,
    RecordYears1796047724672,
    RecordsByTheirPayment1796083786000,
    RecordsCounted1796104000000,
  ],
};
