import type { NeedQueryDto } from '#contracts';
import { datesOfQuery } from '../query-time.js';
import { bothWays, type Condition } from '../sorted-list.js';

/** Drafts without a first day come last. */
export const needSorts = {
  ...bothWays('created', 'need.id', 'uuid'),
  ...bothWays('starts', `coalesce(need.starts_on, 'infinity')`, 'date'),
};

/** Which needs are asked for. @throws DomainError `time.bad-date`, `time.bad-range` */
export function needConditions({ status, ...time }: NeedQueryDto): Condition[] {
  const { from, to } = datesOfQuery(time);
  return [
    ['need.status = ?', status],
    ['need.ends_on >= ?', from],
    ['need.starts_on <= ?', to],
  ];
}
