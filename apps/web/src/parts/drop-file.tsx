import { Text } from '@mantine/core';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useText } from '../texts/use-text';
import classes from './drop-file.module.css';

/** Where a file can be dropped, around the button that chooses one otherwise. */
export function DropFile({
  onDrop,
  children,
}: {
  readonly onDrop: (file: File) => void;
  readonly children: ReactNode;
}) {
  const t = useText();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onDrop(file);
  };
  return (
    <div
      className={classes['place']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      <Text size="sm" c="dimmed" mt={4} visibleFrom="sm">
        {t('files.drop')}
      </Text>
    </div>
  );
}
