import 'reflect-metadata';
import { answerInThread } from '#platform/processes';
import { readStatement } from './read-statement.js';

/** The thread behind `StatementReader`. */
answerInThread(readStatement);
