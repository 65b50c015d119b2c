export { CurrentCall, type CurrentCallOf, CurrentChange, type CurrentChangeOf } from './current-call.js';
export { Amendment, Creation, Reading, Replacement, Step } from './endpoints.js';
