import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { useText } from '../texts/use-text';
import { useProblemText } from './problem-text';

const undoMs = 10_000;

/** What is still to be sent; whoever leaves the page has it sent at once. */
const waiting = new Set<() => void>();
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const send of waiting) send();
});

interface Undoable {
  /** What was done, as a sentence. */
  readonly says: string;
  /** Does it for good; called once, unless the reader takes it back before. */
  readonly act: () => Promise<unknown>;
}

/**
 * For what can't be taken back once the API has it: it is sent ten seconds later, and can be undone until then, instead of asking
 * whether one is sure. `pending` from the first click on, for the view to look as if it were done.
 */
export function useUndo(): { readonly pending: boolean; readonly begin: (undoable: Undoable) => void } {
  const t = useText();
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const begin = useCallback(
    ({ says, act }: Undoable) => {
      const id = crypto.randomUUID();
      const settle = (): void => {
        clearTimeout(timer);
        waiting.delete(send);
        notifications.hide(id);
      };
      const send = (): void => {
        settle();
        act()
          .catch((problem: unknown) => notifications.show({ color: 'amber', message: problemText(problem) }))
          .finally(() => setPending(false));
      };
      const undo = (): void => {
        settle();
        setPending(false);
      };
      const timer = setTimeout(send, undoMs);
      waiting.add(send);
      setPending(true);
      notifications.show({
        id,
        autoClose: false,
        withCloseButton: false,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {says}
            <Button size="compact-sm" variant="light" onClick={undo}>
              {t('words.undo')}
            </Button>
          </Group>
        ),
      });
    },
    [t, problemText],
  );
  return { pending, begin };
}
