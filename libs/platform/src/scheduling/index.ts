export { PeriodicTask } from './periodic-task.js';
export { Sweep } from './sweep.js';
