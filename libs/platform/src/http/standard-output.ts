import type { Writable } from 'node:stream';
import pino, { type DestinationStream } from 'pino';

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

/** Nobody waits for a line to be written: they go out by 8 KiB, four times a second at least, and when the process ends. */
const inParcels = (): DestinationStream =>
  (parcels ??= pino.destination({ fd: 1, sync: false, minLength: 8_192, periodicFlush: 250 }));
