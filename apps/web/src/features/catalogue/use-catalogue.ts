import type { components } from '@ajudant/client';
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import type { Language } from '../../texts/languages';
import { useLanguage } from '../../texts/texts-provider';

export type Duty = components['schemas']['DutyDto'];
export type Skill = components['schemas']['SkillDto'];

const dutiesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['catalogue', 'duties', language],
    staleTime: 60 * 60_000,
    async queryFn(): Promise<ReadonlyMap<string, Duty>> {
      const duties = new Map<string, Duty>();
      let after: string | undefined;
      do {
        const query = { language, ...(after === undefined ? {} : { after }) };
        const page = await client.body(client.api.GET('/v1/catalogue/duties', { params: { query } }));
        for (const duty of page.items) duties.set(duty.code, duty);
        after = page.next ?? undefined;
      } while (after !== undefined);
      return duties;
    },
  });

const skillsQuery = (language: Language) =>
  queryOptions({
    queryKey: ['catalogue', 'skills', language],
    staleTime: 60 * 60_000,
    async queryFn(): Promise<ReadonlyMap<string, Skill>> {
      const { items } = await client.body(client.api.GET('/v1/catalogue/skills', { params: { query: { language } } }));
      return new Map(items.map((skill) => [skill.code, skill]));
    },
  });

/** All duties by code, worded in the reader's language. */
export function useDuties(): ReadonlyMap<string, Duty> {
  return useSuspenseQuery(dutiesQuery(useLanguage().language)).data;
}

/** As the catalogue words it; its code while that isn't known. */
export function useDutyLabel(): (code: string) => string {
  const { data } = useQuery(dutiesQuery(useLanguage().language));
  return (code) => data?.get(code)?.label ?? code;
}

export function useSkills(): ReadonlyMap<string, Skill> {
  return useSuspenseQuery(skillsQuery(useLanguage().language)).data;
}
