import type { Rejection } from '../json-lines.js';

/** What is said beside the answers: of bad lines, and once of each thing that concerns many lines. */
export class Remarks {
  private readonly said = new Set<string>();
  rejectedLines = 0;
  private lastRejected = '';

  constructor(
    readonly say: (text: string) => void,
    private readonly now: string,
  ) {}

  once(text: string): void {
    if (this.said.has(text)) return;
    this.said.add(text);
    this.say(text);
  }

  readonly rejected =
    (file: string) =>
    ({ line, field, code, reason }: Rejection): void => {
      if (this.lastRejected !== `${file}:${line}`) this.rejectedLines += 1;
      this.lastRejected = `${file}:${line}`;
      this.say(`${file}:${line}: ${field === '' ? '' : `${field}: `}${reason} (${code})`);
      if (code === 'need.over-already') this.once(`For the needs it is ${this.now}; --now says otherwise.`);
    };

  readonly leftOut =
    (file: string) =>
    (name: string): void =>
      this.once(`${file}: \`${name}\` is of no use here and left out.`);
}
