import { AppShell, Group, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../session/session';
import { useText } from '../../texts/use-text';
import { placesOf } from './places';
import classes from './shell.module.css';

const room = 3;

/** On a phone, where most go, at the thumb; and the way to everything else. */
export function BottomBar({ session, onMore }: { readonly session: Session; readonly onMore: () => void }) {
  const t = useText();
  return (
    <AppShell.Footer hiddenFrom="sm" className="not-printed">
      <Group component="nav" aria-label={t('shell.most-used')} h="100%" grow gap={0} wrap="nowrap">
        {placesOf(session)
          .slice(0, room)
          .map(({ to, text }) => (
            <UnstyledButton
              key={to}
              className={classes.thumb}
              renderRoot={(props) => (
                <Link to={to} activeProps={{ 'data-active': true, 'aria-current': 'page' }} {...props} />
              )}
            >
              {t(text)}
            </UnstyledButton>
          ))}
        <UnstyledButton className={classes.thumb} onClick={onMore}>
          {t('shell.more')}
        </UnstyledButton>
      </Group>
    </AppShell.Footer>
  );
}
