import { answerInThread } from '#platform/processes';
import { readImportPart } from './import-parts.js';

/** The thread behind `ImportReader.part`. */
answerInThread(readImportPart);
