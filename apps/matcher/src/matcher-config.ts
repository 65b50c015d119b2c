import { ServiceConfig, TextVariable } from '#platform/config';

/** What the matcher can be told by its environment. */
export class MatcherConfig extends ServiceConfig {
  /** Where it keeps the supply for a quick start. */
  @TextVariable('AJUDANT_SNAPSHOT_DIR', { takes: 'the path of a folder' })
  snapshotDir: string | null = null;

  /** Where it reads reference rates of currencies, a file as the European Central Bank publishes it each working day. */
  @TextVariable('AJUDANT_REFERENCE_RATES', {
    takes: 'a path, or an address such as https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml',
  })
  ratesSource: string | null = null;
}
