/** What the directory is asked for, as it stands in the address. */
export interface DirectoryFilter {
  readonly duty?: string | undefined;
  readonly language?: string | undefined;
  readonly instant?: boolean | undefined;
}

/** As the API takes it. */
export const askedOf = ({ duty, language, instant }: DirectoryFilter) => ({
  ...(duty === undefined ? {} : { duty }),
  ...(language === undefined ? {} : { language }),
  ...(instant === true ? { instant: 'true' as const } : {}),
});

export function directoryFilterOf(search: Record<string, unknown>): DirectoryFilter {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    duty: text(search['duty']),
    language: text(search['language']),
    instant: search['instant'] === true ? true : undefined,
  };
}
