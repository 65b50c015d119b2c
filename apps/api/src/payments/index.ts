import type { Feature } from '../feature.js';
import { Payments1796022400000 } from '../migrations/1796022400000-payments.js';
import { BankTransfers1796043340000 } from '../migrations/1796043340000-bank-transfers.js';
import { FeesAndCardMoney1796057757000 } from '../migrations/1796057757000-fees-and-card-money.js';
import { ReceiptCorrections1796061499000 } from '../migrations/1796061499000-receipt-corrections.js';
import { PayoutsByTheirSum1796083196000 } from '../migrations/1796083196000-payouts-by-their-sum.js';
import { PaymentsModule } from './payments.module.js';

export const payments: Feature = {
  module: PaymentsModule,
  migrations: [
    Payments1796022400000,
    BankTransfers1796043340000,
    FeesAndCardMoney1796057757000,
    ReceiptCorrections1796061499000,
    PayoutsByTheirSum1796083196000,
  ],
};
