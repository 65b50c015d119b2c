import { Button, FileButton, Group, Text } from '@mantine/core';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';
import classes from './choose-file.module.css';
import { endingsOf, type FileOutline, type FileRefusal, refusalOf, takesPictures } from './file-refusal';
import { ProblemNotice } from './problem-notice';

interface Refused {
  readonly file: FileOutline;
  readonly why: FileRefusal;
}

/**
 * Where files are chosen by a button, photographed on a phone, or dropped. What is not taken here is said beside the button, and so is what
 * the API says of what was.
 */
export function ChooseFile({
  label,
  accept,
  mostBytes,
  most = 1,
  camera = false,
  says,
  isPending = false,
  notYet,
  problem,
  onChoose,
}: {
  /** What the button says. */
  readonly label: string;
  /** Endings and media types, as HTML has them; anything, unless said. */
  readonly accept?: string;
  readonly mostBytes?: number;
  /** How many at once. */
  readonly most?: number;
  readonly camera?: boolean;
  readonly says?: ReactNode;
  readonly isPending?: boolean;
  /** Why none can be chosen yet. */
  readonly notYet?: string | undefined;
  /** What became of the last one, if it was refused. */
  readonly problem?: unknown;
  /** Is handed at least one, and no more than `most`. */
  readonly onChoose: (files: readonly File[]) => unknown;
}) {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const refusalId = useId();
  const isClosed = isPending || notYet !== undefined;
  const take = (files: readonly File[]): void => {
    const few = files.slice(0, most);
    const wrong = few.flatMap((file) => {
      const why = refusalOf(file, { accept, mostBytes });
      return why === null ? [] : [{ file, why }];
    });
    setRefused(wrong[0] ?? null);
    const good = few.filter((file) => wrong.every((one) => one.file !== file));
    if (good.length > 0) onChoose(good);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!isClosed) take([...event.dataTransfer.files]);
  };
  const leave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  return (
    <div
      className={classes['place']}
      data-over={(isOver && !isClosed) || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={leave}
      onDrop={drop}
    >
      <Group gap="xs">
        <FileButton
          accept={accept ?? ''}
          multiple={most > 1}
          disabled={isClosed}
          onChange={(given) => take(asList(given))}
        >
          {(props) => (
            <Button
              {...props}
              size="sm"
              variant="default"
              loading={isPending}
              disabled={notYet !== undefined}
              aria-describedby={refused === null ? undefined : refusalId}
            >
              {label}
            </Button>
          )}
        </FileButton>
        {camera ? (
          <FileButton
            accept="image/*"
            capture="environment"
            disabled={isClosed}
            onChange={(given) => take(asList(given))}
          >
            {(props) => (
              <Button {...props} size="sm" variant="default" hiddenFrom="sm" disabled={isClosed}>
                {t('files.photograph')}
              </Button>
            )}
          </FileButton>
        ) : null}
        {says === undefined ? null : (
          <Text size="sm" c="dimmed">
            {says}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={4} visibleFrom={notYet === undefined ? 'sm' : undefined}>
        {notYet ?? t('files.drop')}
      </Text>
      {refused === null ? null : (
        <Text id={refusalId} size="sm" c="var(--mantine-color-error)" role="alert">
          <WhyRefused refused={refused} accept={accept} mostBytes={mostBytes} />
        </Text>
      )}
      <ProblemNotice problem={problem} />
    </div>
  );
}

const asList = (given: File | File[] | null): File[] => (given === null ? [] : [given].flat());

function WhyRefused({
  refused: { file, why },
  accept = '',
  mostBytes = Infinity,
}: {
  readonly refused: Refused;
  readonly accept: string | undefined;
  readonly mostBytes: number | undefined;
}) {
  const t = useText();
  const format = useFormat();
  const { name } = file;
  switch (why) {
    case 'empty':
      return t('files.refused-empty', { name });
    case 'kind': {
      const kinds = [...endingsOf(accept), ...(takesPictures(accept) ? [t('files.pictures')] : [])];
      return t('files.refused-kind', { name, kinds: format.list(kinds) });
    }
    case 'size':
      return t('files.refused-size', { name, size: format.bytes(file.size), most: format.bytes(mostBytes) });
    default:
      return why satisfies never;
  }
}
