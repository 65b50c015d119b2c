export { applyEnvFile } from './env-file.js';
export {
  ConfigError,
  configExitCode,
  loadConfig,
  loadConfigs,
  readConfig,
  readConfigs,
  type Loaded,
  type LoadOptions,
} from './load-config.js';
export { logLevels, ServiceConfig } from './service-config.js';
export { tokenSecretOf } from './token-secret.js';
export {
  ChoiceVariable,
  DatabaseUrlVariable,
  IntegerVariable,
  ListVariable,
  SecretVariable,
  TextVariable,
  variablesOf,
} from './variable.js';
