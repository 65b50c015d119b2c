import { Button, Group, Kbd, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../../session/session';
import { type Language, languageNames, languages } from '../../texts/languages';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { ownPlacesOf } from './places';

/** Who one is, and how one likes to read. */
export function Account() {
  const t = useText();
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = (): void => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/' }) });
  return (
    <Group gap="sm" wrap="nowrap">
      <UnstyledButton fz="sm" c="dimmed" px="sm" visibleFrom="sm" onClick={spotlight.open}>
        {t('shell.palette')} <Kbd>Ctrl K</Kbd>
      </UnstyledButton>
      {session === null ? (
        <Button variant="subtle" renderRoot={(props) => <Link to="/sign-in" {...props} />}>
          {t('shell.sign-in')}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <UnstyledButton fz="sm" px="sm" py="xs">
            {session === null ? language.toUpperCase() : (session.displayName ?? '')}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {ownPlacesOf(session).map(({ to, text }) => (
            <Menu.Item key={to} renderRoot={(props) => <Link to={to} {...props} />}>
              {t(text)}
            </Menu.Item>
          ))}
          <Menu.Label>{t('shell.language')}</Menu.Label>
          {languages.map((each: Language) => (
            <Menu.Item key={each} lang={each} aria-current={each === language} onClick={() => choose(each)}>
              {languageNames[each]}
              {each === language ? ' ✓' : ''}
            </Menu.Item>
          ))}
          <Menu.Label>{t('shell.appearance')}</Menu.Label>
          {(['auto', 'light', 'dark'] as const).map((scheme) => (
            <Menu.Item key={scheme} aria-current={scheme === colorScheme} onClick={() => setColorScheme(scheme)}>
              {t(`shell.appearance-${scheme}`)}
              {scheme === colorScheme ? ' ✓' : ''}
            </Menu.Item>
          ))}
          {session === null ? null : (
            <>
              <Menu.Divider />
              <Menu.Item onClick={leave}>{t('shell.sign-out')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
