/** What one round of a contestant came to. */
export interface Round {
  /** Booked, a second. */
  readonly rate: number;
  readonly booked: number;
}

/** Somebody who books time in the marketplace of the run, or on a copy of its database. One is one file. */
export interface Contestant {
  readonly name: string;
  /** Books as fast as it can for so many seconds. Fails when anything is refused. */
  round(seconds: number): Promise<Round>;
  stop(): Promise<void>;
}

/** Who books at a time, each time of an assistant of their own. */
export const clients = 16;
