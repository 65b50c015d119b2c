export const archiveStatuses = ['asked', 'making', 'ready', 'failed', 'cancelled'] as const;

/** Many files as one, which is made by and by. */
export abstract class ArchiveDto {
  id!: string;
  status!: (typeof archiveStatuses)[number];
  /** Files that are in it, of how many. */
  done!: number;
  total!: number;
  /** Bytes; null while it isn't made. */
  size!: number | null;
  /** Of the archive, in hex. */
  sha256!: string | null;
  askedAt!: string;
  finishedAt!: string | null;
  version!: number;
}
