import { Spotlight, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Session } from '../../session/session';
import { useText } from '../../texts/use-text';
import { allPlacesOf } from './places';

/** Ctrl or ⌘ with K: anywhere by a few letters. */
export function Palette({
  session,
  calls,
}: {
  readonly session: Session | null;
  /** How often it was asked for: each time opens it. */
  readonly calls: number;
}) {
  const t = useText();
  const navigate = useNavigate();
  useEffect(() => spotlight.open(), [calls]);
  return (
    <Spotlight
      shortcut={null}
      nothingFound={t('shell.palette-nothing')}
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
      searchProps={{ placeholder: t('shell.palette'), 'aria-label': t('shell.palette') }}
      actions={allPlacesOf(session).map(({ to, text }) => ({
        id: to,
        label: t(text),
        'data-to': to,
        onClick: () => void navigate({ to }),
      }))}
    />
  );
}
