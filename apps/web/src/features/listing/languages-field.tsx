import { ActionIcon, Group, Input, NativeSelect, Select, Stack, Text } from '@mantine/core';
import type { components } from '@ajudant/client';
import { useFormat } from '../../format/use-format';
import { useText } from '../../texts/use-text';

type Language = components['schemas']['LanguageDto'];

const levels: readonly Language['level'][] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];
const spoken = ['ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fi', 'fr', 'ga', 'gl', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'mt', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sv', 'sw', 'th', 'tl', 'tr', 'uk', 'ur', 'vi', 'yo', 'zh']; // prettier-ignore

/** Which languages, and how well each by the European framework. */
export function LanguagesField({
  languages,
  problem,
  onChange,
}: {
  readonly languages: readonly Language[];
  readonly problem: string | undefined;
  readonly onChange: (languages: Language[]) => void;
}) {
  const t = useText();
  const format = useFormat();
  const others = spoken.filter((code) => !languages.some(({ language }) => language === code));
  return (
    <Input.Wrapper
      label={t('listing.languages')}
      description={t('listing.languages-says')}
      error={problem}
      labelElement="div"
    >
      <Stack gap="xs" mt="xs">
        {languages.map(({ language, level }) => (
          <Group key={language} gap="sm" wrap="nowrap">
            <Text w={150}>{format.language(language)}</Text>
            <NativeSelect
              size="sm"
              aria-label={t('listing.level-of', { what: format.language(language) })}
              value={level}
              data={levels}
              onChange={(event) => {
                const next = event.currentTarget.value as Language['level'];
                onChange(languages.map((each) => (each.language === language ? { language, level: next } : each)));
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ask.remove', { duty: format.language(language) })}
              onClick={() => onChange(languages.filter((each) => each.language !== language))}
            >
              ✕
            </ActionIcon>
          </Group>
        ))}
        <Select
          maw={320}
          placeholder={t('listing.add-language')}
          aria-label={t('listing.add-language')}
          searchable
          value={null}
          data={others.map((code) => ({ value: code, label: format.language(code) }))}
          onChange={(language) => {
            if (language !== null) onChange([...languages, { language, level: 'B2' }]);
          }}
        />
      </Stack>
    </Input.Wrapper>
  );
}
