import { Spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import type { Session } from '../../session/session';
import { useText } from '../../texts/use-text';
import { ownPlacesOf, placesOf } from './places';

/** Ctrl or ⌘ with K: anywhere by a few letters. */
export function Palette({ session }: { readonly session: Session | null }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <Spotlight
      nothingFound={t('shell.palette-nothing')}
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
      searchProps={{ placeholder: t('shell.palette'), 'aria-label': t('shell.palette') }}
      actions={[...placesOf(session), ...ownPlacesOf(session)].map(({ to, text }) => ({
        id: to,
        label: t(text),
        onClick: () => void navigate({ to }),
      }))}
    />
  );
}
