export { ends, isAlive, signalTo } from './process-life.js';
