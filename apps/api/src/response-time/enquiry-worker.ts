import 'reflect-metadata';
import { answerInThread } from '#platform/processes';
import { readEnquiries } from './enquiry-file.js';

/** The thread behind `EnquiryReader`. */
answerInThread(readEnquiries);
