import { answerInThread } from '#platform/processes';
import { readImport } from './read-import.js';

/** The thread behind `ImportReader`. */
answerInThread(readImport);
