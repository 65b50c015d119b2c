import { Button, FileButton, Group, Text } from '@mantine/core';
import type { components } from '@ajudant/client';
import { useQuery } from '@tanstack/react-query';
import { bringFile, saveFile } from '../api/files';
import { client } from '../api/client';
import { useAct } from '../api/use-act';
import { useText } from '../texts/use-text';
import { DropFile } from './drop-file';
import { ProblemNotice } from './problem-notice';

export type KnownFile = components['schemas']['FileDto'];

const papers = 'application/pdf,image/*,application/xml,text/xml,.xml,.csv,.txt,.docx,.xlsx,.odt,.ods';

/** Brings a paper from the disk, or what the camera of a phone sees. */
export function BringFile({ onBrought }: { readonly onBrought: (file: KnownFile) => unknown }) {
  const t = useText();
  const bring = useAct((file: File, key) => bringFile(file, key), { onDone: onBrought });
  const take = (file: File | null): void => {
    if (file !== null) bring.mutate(file);
  };
  return (
    <>
      <ProblemNotice problem={bring.error} />
      <DropFile onDrop={take}>
        <Group gap="xs">
          <FileButton accept={papers} onChange={take}>
            {(props) => (
              <Button {...props} size="sm" variant="default" loading={bring.isPending}>
                {t('files.choose')}
              </Button>
            )}
          </FileButton>
          <FileButton accept="image/*" capture="environment" onChange={take}>
            {(props) => (
              <Button {...props} size="sm" variant="default" hiddenFrom="sm" disabled={bring.isPending}>
                {t('files.photograph')}
              </Button>
            )}
          </FileButton>
        </Group>
      </DropFile>
    </>
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
