import { loadConfigs } from '#platform/config';
import { ApiConfig } from '../../api/src/api-config.js';
import { MatcherConfig } from '../../matcher/src/matcher-config.js';

/** What either service reads; what both read is the same for both. */
export const allInOneConfigs = { api: ApiConfig, matcher: MatcherConfig };

/** Prints everything that is wrong and ends the process with code 78, if something is. */
export const loadAllInOneConfig = (environment: NodeJS.ProcessEnv): { api: ApiConfig; matcher: MatcherConfig } =>
  loadConfigs(allInOneConfigs, environment);
