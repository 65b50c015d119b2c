export { applyEnvFile } from './env-file.js';
export { KafkaConfig } from './kafka-config.js';
export { ConfigError, loadConfig, loadConfigs, orExit, readConfig, readConfigs } from './load-config.js';
export { ServiceConfig } from './service-config.js';
export { tokenSecretOf } from './token-secret.js';
export { ChoiceVariable, IntegerVariable, SecretVariable, TextVariable, variablesOf } from './variable.js';
