import { ActionIcon, Group, Input, Rating, Select, Stack, Text } from '@mantine/core';
import type { components } from '@ajudant/client';
import { useText } from '../../texts/use-text';
import { useSkills } from '../catalogue/use-catalogue';

type Skill = components['schemas']['SkillLevelDto'];

/** Which skills, and how well each: has done it, does it weekly, teaches it. */
export function SkillsField({
  skills,
  problem,
  onChange,
}: {
  readonly skills: readonly Skill[];
  readonly problem: string | undefined;
  readonly onChange: (skills: Skill[]) => void;
}) {
  const t = useText();
  const catalogue = useSkills();
  const label = (code: string): string => catalogue.get(code)?.label ?? code;
  const others = [...catalogue.values()].filter(({ code }) => !skills.some(({ skillCode }) => skillCode === code));
  return (
    <Input.Wrapper
      label={t('listing.skills')}
      description={t('listing.skills-says')}
      error={problem}
      labelElement="div"
    >
      <Stack gap="xs" mt="xs">
        {skills.map(({ skillCode, level }) => (
          <Group key={skillCode} gap="sm" wrap="nowrap">
            <Text flex={1} maw={260}>
              {label(skillCode)}
            </Text>
            <Rating
              color="sea"
              value={level}
              aria-label={t('listing.level-of', { what: label(skillCode) })}
              getSymbolLabel={(value) => t('directory.level', { level: value })}
              onChange={(next) =>
                onChange(skills.map((each) => (each.skillCode === skillCode ? { skillCode, level: next } : each)))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('ask.remove', { duty: label(skillCode) })}
              onClick={() => onChange(skills.filter((each) => each.skillCode !== skillCode))}
            >
              ✕
            </ActionIcon>
          </Group>
        ))}
        <Select
          maw={320}
          placeholder={t('listing.add-skill')}
          aria-label={t('listing.add-skill')}
          searchable
          value={null}
          data={others.map(({ code, label: name }) => ({ value: code, label: name }))}
          onChange={(skillCode) => {
            if (skillCode !== null) onChange([...skills, { skillCode, level: 3 }]);
          }}
        />
      </Stack>
    </Input.Wrapper>
  );
}
