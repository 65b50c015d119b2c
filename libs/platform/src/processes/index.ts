export { isAlive, signalTo } from './process-life.js';
