import type { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';
import { LogParcels } from './log-parcels.js';

let parcels: DestinationStream | null = null;

/** Where the log goes unless told otherwise: lines of JSON for whoever collects them, lines to read on a terminal. */
export const standardOutput = async (): Promise<DestinationStream> =>
  process.stdout.isTTY ? readableLines(process.stdout) : inParcels();

/** Turns lines of JSON into lines that are read. What does so is loaded only where somebody reads. */
export async function readableLines(destination: Writable): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  const options = { ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', singleLine: true };
  return pretty({ ...options, colorize: process.stdout.isTTY, destination });
}

const inParcels = (): DestinationStream => (parcels ??= new LogParcels());
