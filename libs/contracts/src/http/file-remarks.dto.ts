export const fileRemarkCodes = ['read-as-windows-1252', 'first-sheet-only'] as const;

/** What whoever sent a file should know of how it was read. */
export class FileRemarkDto {
  code!: (typeof fileRemarkCodes)[number];
  detail!: string;
}
