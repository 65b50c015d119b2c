export { CompiledValidator, type Reading, type UnknownMembers } from './compiled-validator.js';
export { type Finding, maxFindings } from './findings.js';
