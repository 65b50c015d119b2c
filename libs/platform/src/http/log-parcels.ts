import { writeSync } from 'node:fs';
import pino, { type DestinationStream } from 'pino';

const standardOutput = 1;
const parcelCharacters = 65_536;
const mostMs = 250;

/**
 * Standard output for lines that nobody waits for: they are collected and go out in parcels of 64 Ki characters, four times a
 * second at least, and when the process ends. pino's own buffer measures what it holds anew with each line.
 */
export class LogParcels implements DestinationStream {
  private lines = '';
  private isEnding = false;
  private readonly output = pino.destination({ fd: standardOutput, sync: false });

  constructor() {
    setInterval(() => this.send(), mostMs).unref();
    // Before the output's own listeners, which write what has come to it, and end it.
    process.prependListener('beforeExit', () => {
      this.send();
      this.isEnding = true;
    });
    process.prependListener('exit', () => this.send());
  }

  write(line: string): void {
    if (this.isEnding) writeSync(standardOutput, line);
    else this.lines += line;
    if (this.lines.length >= parcelCharacters) this.send();
  }

  /** For a last word. */
  flushSync(): void {
    this.send();
    this.output.flushSync();
  }

  private send(): void {
    if (this.lines === '') return;
    this.output.write(this.lines);
    this.lines = '';
  }
}
