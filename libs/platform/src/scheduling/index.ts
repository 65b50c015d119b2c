export { ClaimedWork } from './claimed-work.js';
export { DueSweep } from './due-sweep.js';
export { PeriodicTask } from './periodic-task.js';
export { type NextPoll, PollLoop, pollDelays } from './poll-loop.js';
export { Polling } from './polling.js';
export { Sweep } from './sweep.js';
