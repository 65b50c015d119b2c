import { answerInThread } from '#platform/processes';
import { busyTimes } from './busy-times.js';

/** The thread behind `CalendarReader`. */
answerInThread(busyTimes);
