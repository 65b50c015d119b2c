import 'reflect-metadata';
import { answerInThread } from '#platform/processes';
import { readStatementFile } from './read-statement-file.js';

/** The thread behind `BankStatementReader`. */
answerInThread(readStatementFile);
