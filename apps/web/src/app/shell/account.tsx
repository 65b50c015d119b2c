import { Button, Group, Kbd, UnstyledButton } from '@mantine/core';
import { lazyRouteComponent, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useSession } from '../../session/session';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';

const AccountMenu = lazyRouteComponent(() => import('./account-menu'), 'AccountMenu');

/** Who one is, and how one likes to read. What is in the menu comes when somebody is about to open it. */
export function Account({ onPalette }: { readonly onPalette: () => void }) {
  const t = useText();
  const session = useSession();
  const { language } = useLanguage();
  const [wanted, setWanted] = useState(false);
  const name = session === null ? language.toUpperCase() : (session.displayName ?? '');
  return (
    <Group gap="sm" wrap="nowrap">
      <UnstyledButton fz="sm" c="dimmed" px="sm" visibleFrom="sm" onClick={onPalette}>
        {t('shell.palette')} <Kbd>Ctrl K</Kbd>
      </UnstyledButton>
      {session === null ? (
        <Button variant="subtle" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
          {t('shell.sign-in')}
        </Button>
      ) : null}
      <Suspense fallback={<MenuButton name={name} />}>
        {wanted ? (
          <AccountMenu name={name} />
        ) : (
          <MenuButton name={name} onApproach={() => void AccountMenu.preload?.()} onOpen={() => setWanted(true)} />
        )}
      </Suspense>
    </Group>
  );
}

function MenuButton({
  name,
  onApproach,
  onOpen,
}: {
  readonly name: string;
  readonly onApproach?: () => void;
  readonly onOpen?: () => void;
}) {
  return (
    <UnstyledButton
      fz="sm"
      px="sm"
      py="xs"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={onApproach}
      onFocus={onApproach}
      onClick={onOpen}
    >
      {name}
    </UnstyledButton>
  );
}
