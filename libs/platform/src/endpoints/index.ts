export { CurrentCall, type CurrentCallOf, CurrentChange, type CurrentChangeOf } from './current-call.js';
export { CurrentNestedChange, type CurrentNestedChangeOf } from './current-call.js';
export type { PreparedHandler } from '../http/idempotent.js';
export { Amendment, Asking, Awaited, Creation, PreparedCreation, Reading, Replacement, Step } from './endpoints.js';
