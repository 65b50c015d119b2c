export { argumentsOf, endAsMisused } from './arguments.js';
export { onEndSignal } from './end-signals.js';
export { ends, isAlive, signalTo } from './process-life.js';
export { orExplain, StartFailure } from './start-failure.js';
export { answerInThread } from './answer-in-thread.js';
export { WorkThread, type WorkThreadOptions } from './work-thread.js';
