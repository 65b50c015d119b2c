import { ChoiceVariable, loadConfigs } from '#platform/config';
import { ApiConfig } from '../../api/src/api-config.js';
import { MatcherConfig } from '../../matcher/src/matcher-config.js';

/** What only the all-in-one is told. */
export class DemoConfig {
  /** Whether the demo's people are there: `auto` on loopback, where no administrator is named. */
  @ChoiceVariable('AJUDANT_DEMO', ['auto', 'no', 'yes'])
  demo: 'auto' | 'no' | 'yes' = 'auto';
}

/** What either service reads; what both read is the same for both. */
export const allInOneConfigs = { api: ApiConfig, matcher: MatcherConfig, demo: DemoConfig };

export interface AllInOneConfig {
  readonly api: ApiConfig;
  readonly matcher: MatcherConfig;
  readonly demo: DemoConfig;
}

/** Prints everything that is wrong and ends the process with code 78, if something is. */
export const loadAllInOneConfig = (environment: NodeJS.ProcessEnv): AllInOneConfig =>
  loadConfigs(allInOneConfigs, environment);
