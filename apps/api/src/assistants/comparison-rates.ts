import type { ExchangeRates } from '#domain';
import { exchangeRatesOf, readRates, referenceRates } from '#knowledge/rates';
import { fetchFrom } from '#platform/outbound';
import { Sweep } from '#platform/scheduling';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';

const plan = { name: 'reading reference rates', everySeconds: 6 * 3_600 } as const;

/**
 * The rates by which prices in different currencies are compared, read where the matcher reads its own, so that both ask
 * the same filter. While they can't be read, the last known ones hold.
 */
@Injectable()
export class ComparisonRates extends Sweep implements OnApplicationBootstrap {
  private readonly logger = new Logger('ReferenceRates');
  private latest: ExchangeRates = referenceRates();

  constructor(@Inject(apiSettingsToken) private readonly settings: ApiSettings) {
    super(plan);
  }

  get current(): ExchangeRates {
    return this.latest;
  }

  override onApplicationBootstrap(): void {
    super.onApplicationBootstrap();
    void this.sweep(this.clock.now());
  }

  /** Reads the source, if there is one; returns whether the rates are new. */
  override async sweep(_now: string): Promise<number> {
    const { ratesSource } = this.settings;
    if (typeof ratesSource !== 'string') return 0;
    try {
      const { asOf, perEuro } = await readRates(ratesSource, fetchFrom('reference-rates'));
      if (asOf <= this.latest.asOf) return 0;
      this.latest = exchangeRatesOf(asOf, perEuro);
      return 1;
    } catch (error) {
      this.logger.warn(
        `The reference rates at ${ratesSource} could not be read, the last known ones hold: ${String(error)}`,
      );
      return 0;
    }
  }
}
