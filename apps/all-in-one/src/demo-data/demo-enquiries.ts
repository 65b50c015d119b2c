import type { DemoClient } from './demo-client.js';
import { dayMs, minuteMs } from './demo-time.js';

/** Of which days enquiries are told: later than `from` days ago, and up to `to` days ago, which have to be over. */
interface TimeTold {
  /** When the help began. */
  readonly startedDaysAgo: number;
  readonly from: number;
  readonly to: number;
}

/** Enquiries of a day on which the bakery answers. */
const aDay = 6;
const baselineDays = 84;

/**
 * What customers asked a bakery by mail: for twelve weeks before somebody helped they waited for hours, since then for some minutes.
 */
export async function tellEnquiries(business: DemoClient, { startedDaysAgo, from, to }: TimeTold): Promise<void> {
  const lines: string[] = [];
  const first = Math.min(from, startedDaysAgo + baselineDays);
  for (let daysAgo = first; daysAgo > to; daysAgo -= 1) {
    const day = new Date(Date.now() - daysAgo * dayMs);
    if (day.getUTCDay() === 0 || day.getUTCDay() === 6) continue;
    for (let number = 0; number < aDay; number += 1) {
      // Spread without chance, so that each demo is the same.
      const spread = (daysAgo * 37 + number * 53) % 100;
      const openedAt = day.setUTCHours(8 + number, spread % 60, 0, 0);
      const minutes =
        daysAgo > startedDaysAgo ? 60 + spread * 3 : 10 + Math.floor(spread / 2) + Math.floor(daysAgo / 2);
      const answeredAt = openedAt + minutes * minuteMs;
      lines.push(
        [`mail-${daysAgo}-${number}`, new Date(openedAt).toISOString(), new Date(answeredAt).toISOString(), 'no'].join(
          ',',
        ),
      );
    }
    lines.push([`newsletter-${daysAgo}`, new Date(day.setUTCHours(9)).toISOString(), '', 'yes'].join(','));
  }
  if (lines.length === 0) return;
  const body = ['reference,openedAt,firstAnsweredAt,automatic', ...lines].join('\n');
  await business.post('/v1/enquiries/import', { contentType: 'text/csv', body });
}
