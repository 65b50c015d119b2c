import 'reflect-metadata';
import { answerInThread } from '#platform/processes';
import { readElectronicInvoice } from './electronic-invoice.js';

/** The thread behind `ElectronicInvoiceReader`. */
answerInThread(readElectronicInvoice);
