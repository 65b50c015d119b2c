import type { NeedToMatch } from '#domain';
import type { Market } from './market.js';

/** Something that finds the best twenty assistants for a need. */
export interface Contestant {
  readonly name: string;
  /** What it doesn't look at, or looks at in a simpler way than the matcher, in a line. */
  readonly leavesOut: string;
  /** Ids of the best twenty, the best first. */
  find(need: NeedToMatch): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Makes one that knows a whole market. */
export type Opens = (market: Market, step: (text: string) => void) => Promise<Contestant>;

export const places = 20;
