import { AppShell, Group, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../session/session';
import { useText } from '../../texts/use-text';
import { placesOf } from './places';

const room = 4;

/** On a phone, where most go, at the thumb. */
export function BottomBar({ session }: { readonly session: Session }) {
  const t = useText();
  return (
    <AppShell.Footer hiddenFrom="sm" className="not-printed">
      <Group component="nav" aria-label={t('shell.more')} h="100%" grow gap={0} wrap="nowrap">
        {placesOf(session)
          .slice(0, room)
          .map(({ to, text }) => (
            <UnstyledButton
              key={to}
              ta="center"
              fz="sm"
              h="100%"
              renderRoot={(props) => <Link to={to} activeProps={{ style: { fontWeight: 600 } }} {...props} />}
            >
              {t(text)}
            </UnstyledButton>
          ))}
      </Group>
    </AppShell.Footer>
  );
}
