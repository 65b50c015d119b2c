import type { DutyGroup } from '#domain';

/** A group of duties to choose from, where words don't tell, and those of it that come nearest. */
export interface GroupAsked {
  readonly group: DutyGroup;
  readonly dutyCodes: readonly string[];
}

/** More would be a form. */
const maxGroups = 3;
const maxDuties = 4;
/** What most businesses come with, where words say nothing at all. */
const usual: readonly DutyGroup[] = ['inbox-and-calendar', 'bookkeeping-and-tax', 'customer-support'];

/** @param ranked duties with their groups, nearest first; those that have nothing in common with the text left out */
export function groupsToAsk(
  ranked: readonly { readonly dutyCode: string; readonly group: DutyGroup }[],
): readonly GroupAsked[] {
  const groups = [...new Set([...ranked.map(({ group }) => group), ...usual])].slice(0, maxGroups);
  return groups.map((group) => ({
    group,
    dutyCodes: ranked
      .filter((one) => one.group === group)
      .slice(0, maxDuties)
      .map(({ dutyCode }) => dutyCode),
  }));
}
