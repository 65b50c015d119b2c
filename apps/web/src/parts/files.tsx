import { Button, Text } from '@mantine/core';
import type { components } from '@ajudant/client';
import { useQuery } from '@tanstack/react-query';
import { chosen, type ChosenFile } from '../api/chosen-file';
import { client } from '../api/client';
import { bringFile, saveFile } from '../api/files';
import { useAct } from '../api/use-act';
import { useText } from '../texts/use-text';
import { ChooseFile } from './choose-file';

export type KnownFile = components['schemas']['FileDto'];

/** What the API keeps of files. */
const papers = '.pdf,image/*,.xml,.csv,.txt,.docx,.xlsx,.odt,.ods';
const mostBytes = 15 * 1_024 * 1_024;

/** Brings papers from the disk, or what the camera of a phone sees, one after the other. */
export function BringFile({
  most = 10,
  onBrought,
}: {
  /** How many at once. */
  readonly most?: number;
  readonly onBrought: (file: KnownFile) => unknown;
}) {
  const t = useText();
  const bring = useAct(({ file }: ChosenFile, key) => bringFile(file, key), { onDone: onBrought });
  const take = async (files: readonly File[]): Promise<void> => {
    try {
      for (const file of files) await bring.mutateAsync(chosen(file));
    } catch {
      // Why it was refused is said where it was chosen; those after it are chosen again.
    }
  };
  return (
    <ChooseFile
      label={t('files.choose')}
      accept={papers}
      mostBytes={mostBytes}
      most={most}
      camera
      isPending={bring.isPending}
      problem={bring.error}
      onChoose={take}
    />
  );
}

/** A file by its name, which saves it. */
export function FileLink({ id }: { readonly id: string }) {
  const t = useText();
  const { data: file } = useQuery({
    queryKey: ['file', id],
    staleTime: Infinity,
    queryFn: () => client.body(client.api.GET('/v1/files/{id}/details', { params: { path: { id } } })),
  });
  const save = useAct(() => saveFile(id, file?.name ?? 'file'));
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        disabled={file === undefined}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {file?.name ?? t('words.loading')}
      </Button>
      {save.error === null ? null : (
        <Text size="sm" role="alert">
          {t('files.not-fetched')}
        </Text>
      )}
    </>
  );
}
