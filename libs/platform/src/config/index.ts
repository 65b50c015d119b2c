export { applyEnvFile } from './env-file.js';
export { loadConfig, loadConfigs, readConfig, readConfigs } from './load-config.js';
export { ServiceConfig } from './service-config.js';
export { tokenSecretOf } from './token-secret.js';
export { ChoiceVariable, IntegerVariable, SecretVariable, TextVariable, variablesOf } from './variable.js';
