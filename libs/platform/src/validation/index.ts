export { CompiledValidator } from './compiled-validator.js';
export { type Finding, maxFindings } from './findings.js';
export { nearestName, notTaken } from './nearest-name.js';
export { sureLookOf } from './sure-looks.js';
