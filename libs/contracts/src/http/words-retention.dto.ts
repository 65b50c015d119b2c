/** Until when what was written in an engagement is kept. */
export class WordsRetentionDto {
  /** Local date. */
  endedOn!: string;
  /** Local date on which messages, their files and the parties' names in the agreement go, unless a dispute goes on. */
  goesOn!: string;
  /** Years after the end of the year in which the engagement ended. */
  years!: number;
  /** The law that asks for it. */
  source!: string;
  /** How many messages went; null until they do. */
  messages!: number | null;
  removedAt!: string | null;
}
