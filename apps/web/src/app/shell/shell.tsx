import { AppShell, Burger, Container, Group } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { lazyRouteComponent, Link, Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Bell } from '../../features/notifications/bell';
import { useSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { useFirstGone } from '../first-gone';
import { Account } from './account';
import { BottomBar } from './bottom-bar';
import { Navigation } from './navigation';
import { Offline } from './offline';
import { Progress } from './progress';
import classes from './shell.module.css';

const Palette = lazyRouteComponent(() => import('./palette'), 'Palette');

/** What stands around every view: where one is, where one can go, who one is. */
export function Shell() {
  const t = useText();
  const session = useSession();
  const [open, { toggle, close }] = useDisclosure(false);
  /** How often the palette was asked for: its script comes with the first time. */
  const [calls, setCalls] = useState(0);
  const call = (): void => setCalls((before) => before + 1);
  useHotkeys([['mod+K', call]]);
  useFirstGone();
  return (
    <AppShell
      header={{ height: 56 }}
      {...(session === null ? {} : { navbar: { width: 216, breakpoint: 'sm' as const, collapsed: { mobile: !open } } })}
      footer={{ height: { base: session === null ? 0 : 56, sm: 0 } }}
      padding={{ base: 'lg', sm: 'xl' }}
    >
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <AppShell.Header className="not-printed">
        <Progress />
        <Group h="100%" px="lg" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            {session === null ? null : (
              <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('shell.all-places')} />
            )}
            <Link to={session === null ? '/' : '/home'} className={classes.mark}>
              Ajudant
            </Link>
          </Group>
          <Group gap="sm" wrap="nowrap">
            {session === null ? null : <Bell />}
            <Account onPalette={call} />
          </Group>
        </Group>
      </AppShell.Header>
      {session === null ? null : (
        <AppShell.Navbar p="md" className="not-printed">
          <Navigation session={session} onGo={close} />
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content" tabIndex={-1}>
        <Offline />
        <Container size="lg" px={0}>
          <Outlet />
        </Container>
      </AppShell.Main>
      {session === null ? null : <BottomBar session={session} onMore={toggle} />}
      {calls === 0 ? null : (
        <Suspense>
          <Palette session={session} calls={calls} />
        </Suspense>
      )}
    </AppShell>
  );
}
