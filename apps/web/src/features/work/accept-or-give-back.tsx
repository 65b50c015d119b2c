import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { GiveReason } from '../../parts/give-reason';
import { useText } from '../../texts/use-text';

/** The two things that whoever judges work can do with it: take it, or give it back and say why. */
export function AcceptOrGiveBack({
  children,
  canAccept = true,
  isAccepting,
  onAccept,
  givesBack,
  whyBack,
  onGivesBack,
  giveBack,
}: {
  /** What is said with an acceptance, such as how well it was done. */
  readonly children?: ReactNode;
  readonly canAccept?: boolean;
  readonly isAccepting: boolean;
  readonly onAccept: () => void;
  /** Whether the reason is asked for. */
  readonly givesBack: boolean;
  readonly whyBack: string;
  readonly onGivesBack: () => void;
  readonly giveBack: { readonly isPending: boolean; readonly mutate: (why: string) => void };
}) {
  const t = useText();
  return (
    <>
      <Group>
        {children}
        <Button size="sm" disabled={!canAccept} loading={isAccepting} onClick={onAccept}>
          {t('work.accept')}
        </Button>
        {givesBack ? null : (
          <Button size="sm" variant="subtle" color="gray" onClick={onGivesBack}>
            {t('work.give-back')}
          </Button>
        )}
      </Group>
      {givesBack ? <GiveReason autoFocus label={whyBack} step={t('work.give-back')} act={giveBack} /> : null}
    </>
  );
}
