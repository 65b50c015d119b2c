import type { AbsencePageDto, AssistantDto } from '#contracts';
import type { DemoClient } from './demo-client.js';
import { dayMs } from './demo-time.js';

const daysFromNow = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();

/** The assistant was ill for a day of this week, and a colleague goes on holiday: what that takes off a price can be seen. */
export async function ensureAbsences(owner: DemoClient, ill: AssistantDto, onHoliday: AssistantDto): Promise<void> {
  const { body: known } = await owner.get<AbsencePageDto>('/v1/absences');
  if (known.items.length > 0) return;
  await owner.post('/v1/absences', {
    body: { kind: 'sick', assistantId: ill.id, startsAt: daysFromNow(-2), endsAt: daysFromNow(-1) },
  });
  await owner.post('/v1/absences', {
    body: { kind: 'holiday', assistantId: onHoliday.id, startsAt: daysFromNow(20), endsAt: daysFromNow(27) },
  });
}
