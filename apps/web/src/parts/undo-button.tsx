import { Button, type ButtonProps } from '@mantine/core';
import { useUndo } from '../api/use-undo';
import { useText } from '../texts/use-text';

/** Does ten seconds later what can't be taken back after that; until then it is not there any more, and can be undone. */
export function UndoButton({
  says,
  act,
  quiet = false,
  ...button
}: ButtonProps & {
  /** What it does, as it stands on the button. */
  readonly says: string;
  readonly act: () => Promise<unknown>;
  /** For what is seldom done, beside what there is to do. */
  readonly quiet?: boolean;
}) {
  const t = useText();
  const undo = useUndo();
  if (undo.pending) return null;
  return (
    <Button
      {...(quiet && { variant: 'subtle', color: 'gray' })}
      {...button}
      onClick={() => undo.begin({ says: t('words.in-a-moment', { what: says }), act })}
    >
      {says}
    </Button>
  );
}
