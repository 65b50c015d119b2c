import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useSession, useSignOut } from '../../session/session';
import { type Language, languageNames, languages } from '../../texts/languages';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { ownPlacesOf } from './places';

/** Opens as it comes: somebody has asked for it. Whoever closes it is where she was. */
export function AccountMenu({ name }: { readonly name: string }) {
  const t = useText();
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { language, choose } = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    button.current?.focus();
    setOpened(true);
  }, []);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = (): void => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/' }) });
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <UnstyledButton ref={button} fz="sm" px="sm" py="xs">
          {name}
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
  );
}
