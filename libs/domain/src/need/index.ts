export * from './mask-contacts.js';
export * from './need.js';
export * from './need-decisions.js';
export { maxNeedAgencies, maxNeedLines, maxTermDays, maxWordsLength } from './need.policies.js';
