export { CompiledValidator } from './compiled-validator.js';
export { type Finding, maxFindings } from './findings.js';
