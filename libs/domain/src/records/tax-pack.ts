import { every } from '../every.js';
import { demand } from '../policy.js';

export type TaxPackStatus = 'asked' | 'making' | 'ready' | 'failed' | 'cancelled';
export const taxPackStatuses = every<TaxPackStatus>({
  asked: true,
  making: true,
  ready: true,
  failed: true,
  cancelled: true,
});

/** Packs that one business has under way. */
const mostUnderWay = 2;

/** @throws DomainError `tax-pack.too-many` */
export const assertMayAsk = (underWay: number): void =>
  demand(underWay < mostUnderWay, 'tax-pack.too-many', { atMost: mostUnderWay });

/** @throws DomainError `tax-pack.over` */
export const assertCancellable = (status: TaxPackStatus): void =>
  demand(status === 'asked' || status === 'making', 'tax-pack.over', { status });
