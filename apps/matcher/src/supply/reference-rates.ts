import { exchangeRatesOf, type PublishedRates, readRates } from '#knowledge/rates';
import { fetchFrom } from '#platform/outbound';
import { Sweep } from '#platform/scheduling';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { MatcherDatabase } from '../matcher-database.js';
import { Supply } from './supply.js';

/** Injection token of where rates are read, a path or an address; null for nowhere. */
export const ratesSourceToken = 'ReferenceRatesSource';

/** The bank publishes on working days; asking more often than once finds them on the day. */
const plan = { name: 'reading reference rates', everySeconds: 6 * 3_600 } as const;

interface Kept {
  readonly asOf: string;
  readonly perEuro: Readonly<Record<string, number>>;
}

/**
 * Keeps the rates by which prices in different currencies are compared: those of the latest day that any process of the
 * matcher has read. While the source can't be read, the last known ones hold, and shortlists say of which day they are.
 */
@Injectable()
export class ReferenceRates extends Sweep implements OnApplicationBootstrap {
  private readonly logger = new Logger('ReferenceRates');

  constructor(
    private readonly database: MatcherDatabase,
    @Inject(ratesSourceToken) private readonly source: string | null,
    private readonly supply: Supply,
  ) {
    super(plan);
  }

  override onApplicationBootstrap(): void {
    super.onApplicationBootstrap();
    // Not waited for: until then the rates hold that come with the program.
    void this.sweep(this.clock.now()).catch((error: unknown) => this.logger.warn(error));
  }

  /** Reads the source, if there is one, and takes up the latest rates that are known; returns whether they are new. */
  override async sweep(now: string): Promise<number> {
    if (this.source !== null) {
      try {
        await this.keep(await readRates(this.source, fetchFrom('reference-rates')), this.source, now);
      } catch (error) {
        this.logger.warn(
          `The reference rates at ${this.source} could not be read, the last known ones hold: ${String(error)}`,
        );
      }
    }
    const latest = await this.latest();
    if (latest === null || latest.asOf <= this.supply.rates.asOf) return 0;
    this.supply.useRates(exchangeRatesOf(latest.asOf, latest.perEuro));
    return 1;
  }

  /** One row for each day: what was read first stays. */
  private async keep({ asOf, perEuro }: PublishedRates, source: string, now: string): Promise<void> {
    await this.database.transaction({ kind: 'marketplace' }, (tx) =>
      tx.execute(
        `INSERT INTO matcher.reference_rates (as_of, source, per_euro, read_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (as_of) DO NOTHING`,
        [asOf, source, JSON.stringify(perEuro), now],
      ),
    );
  }

  private async latest(): Promise<Kept | null> {
    const [row] = await this.database.read({ kind: 'marketplace' }, (tx) =>
      tx.query<Kept>(
        `SELECT as_of::text AS "asOf", per_euro AS "perEuro" FROM matcher.reference_rates ORDER BY as_of DESC LIMIT 1`,
      ),
    );
    return row ?? null;
  }
}
