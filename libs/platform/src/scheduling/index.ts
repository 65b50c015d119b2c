export { PeriodicTask } from './periodic-task.js';
export { type NextPoll, PollLoop, pollDelays } from './poll-loop.js';
export { Sweep } from './sweep.js';
