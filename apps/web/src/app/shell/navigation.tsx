import { NavLink } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../session/session';
import { useText } from '../../texts/use-text';
import { placesOf } from './places';

export function Navigation({ session, onGo }: { readonly session: Session; readonly onGo: () => void }) {
  const t = useText();
  return (
    <nav aria-label={t('shell.main')}>
      {placesOf(session).map(({ to, text }) => (
        <NavLink
          key={to}
          label={t(text)}
          variant="light"
          onClick={onGo}
          renderRoot={(props) => (
            <Link to={to} activeProps={{ 'data-active': true, 'aria-current': 'page' }} {...props} />
          )}
        />
      ))}
    </nav>
  );
}
