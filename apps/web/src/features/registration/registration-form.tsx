import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useFieldProblems } from '../../api/problem-text';
import { useFormat } from '../../format/use-format';
import { NewPassword } from '../../parts/password-fields';
import { ProblemNotice } from '../../parts/problem-notice';
import { useText } from '../../texts/use-text';
import { TextLink } from '../../parts/links';

export interface Registration {
  readonly name: string;
  readonly countryCode: string;
  readonly sector: string;
  readonly owner: { readonly displayName: string; readonly email: string; readonly password: string };
}

const countries = ['ES', 'GB', 'US', 'FR', 'DE', 'IT', 'PT', 'IE', 'NL', 'BE', 'AT', 'AD', 'MX', 'CA', 'AU'];

/** What an organisation and its owner are asked for; `children` stands above the button. */
export function RegistrationForm({
  asksSector,
  pending,
  problem,
  onSubmit,
  children,
}: {
  readonly asksSector: boolean;
  readonly pending: boolean;
  readonly problem: Error | null;
  readonly onSubmit: (given: Registration) => void;
  readonly children?: ReactNode;
}) {
  const t = useText();
  const format = useFormat();
  const fieldProblems = useFieldProblems();
  const form = useForm<Registration>({
    mode: 'uncontrolled',
    initialValues: { name: '', countryCode: 'ES', sector: '', owner: { displayName: '', email: '', password: '' } },
  });
  const wrong = fieldProblems(problem);
  const field = (name: string) => ({ ...form.getInputProps(name), error: wrong[name] });
  return (
    <form onSubmit={form.onSubmit(onSubmit)}>
      <Stack gap="md">
        <TextInput
          label={t('registration.name')}
          required
          maxLength={120}
          autoComplete="organization"
          {...field('name')}
        />
        {asksSector ? (
          <TextInput
            label={t('registration.sector')}
            placeholder={t('registration.sector-example')}
            required
            maxLength={80}
            {...field('sector')}
          />
        ) : null}
        <Select
          label={t('registration.country')}
          required
          allowDeselect={false}
          searchable
          data={countries.map((code) => ({ value: code, label: format.country(code) }))}
          {...field('countryCode')}
        />
        <TextInput
          label={t('registration.your-name')}
          required
          maxLength={120}
          autoComplete="name"
          {...field('owner.displayName')}
        />
        <TextInput
          label={t('sign-in.email')}
          type="email"
          required
          maxLength={254}
          autoComplete="username"
          {...field('owner.email')}
        />
        <NewPassword label={t('sign-in.password')} minLength={12} {...field('owner.password')} />
        {children}
        <ProblemNotice problem={problem} />
        <Button type="submit" loading={pending}>
          {t('registration.submit')}
        </Button>
        <Text size="sm">
          {t('registration.have-account')} <TextLink to="/sign-in">{t('sign-in.submit')}</TextLink>
        </Text>
      </Stack>
    </form>
  );
}
