import 'reflect-metadata';
import { answerInThread } from '#platform/processes';
import { readRoster } from './read-roster.js';

/** The thread behind `RosterReader`. */
answerInThread(readRoster);
