import {
  type CatalogueCodes,
  type CatalogueDuty,
  type CatalogueSkill,
  type DutyGroup,
  dutyGroups,
  type Worded,
} from '#domain';
import { readEntries } from '../files/data-files.js';

/** Every duty that can be offered, asked for and priced, group by group. */
export const catalogueDuties: readonly CatalogueDuty[] = dutyGroups.flatMap((group) =>
  readEntries<Omit<CatalogueDuty, 'group'>>(`duties/${group}.json`).map((duty) => ({ group, ...duty })),
);

export const catalogueSkills: readonly CatalogueSkill[] = readEntries('skills.json');

/** The codes alone of what the marketplace itself brings, for policies that only ask whether something exists. */
export const catalogueCodes: CatalogueCodes = {
  dutyCodes: new Set(catalogueDuties.map(({ code }) => code)),
  retiredDutyCodes: new Set(),
  skillCodes: new Set(catalogueSkills.map(({ code }) => code)),
};

/** What is asked back of each group of duties where words don't tell. */
export const groupQuestions: ReadonlyMap<DutyGroup, Worded> = new Map(
  readEntries<{ readonly code: DutyGroup; readonly question: Worded }>('duty-groups.json').map(({ code, question }) => [
    code,
    question,
  ]),
);
