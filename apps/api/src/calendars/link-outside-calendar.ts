import { agencyTeam, scopeOf } from '#access';
import type { OutsideCalendarDto } from '#contracts';
import { type AgencyId, type AssistantId, decideOutsideCalendar, DomainError, type OutsideCalendarId } from '#domain';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { ApiDatabase } from '../api-database.js';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { AssistantStore } from '../assistants/assistant.store.js';
import { seesAllOrOwn } from '../assistants/visible-assistants.js';
import type { Call } from '../call.js';
import { commandOf } from '../command-of.js';
import { CalendarReadings } from './calendar-readings.js';
import { OutsideCalendarStore } from './outside-calendar.store.js';

export class LinkOutsideCalendar extends commandOf<
  Call & { assistantId?: string; address: string; name: string },
  OutsideCalendarDto
>() {}

/** An assistant, or her agency for her, says where the calendar is that she keeps elsewhere. */
@CommandHandler(LinkOutsideCalendar)
export class LinkOutsideCalendarHandler implements ICommandHandler<LinkOutsideCalendar> {
  constructor(
    private readonly database: ApiDatabase,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly assistants: AssistantStore,
    private readonly calendars: OutsideCalendarStore,
    private readonly readings: CalendarReadings,
  ) {}

  /** @throws DomainError `assistant.not-found`, `outside-calendar.…` */
  execute({ actor, assistantId: asked, address, name, now }: LinkOutsideCalendar): Promise<OutsideCalendarDto> {
    const scope = scopeOf(actor);
    const assistantId = asked ?? actor.assistantId;
    const mayName = actor.via === 'api-key' || (assistantId !== null && seesAllOrOwn(actor, assistantId, agencyTeam));
    if (assistantId === null || !mayName) throw new DomainError('assistant.not-found', { at: ['assistantId'] });
    return this.database.transaction(scope, async (tx) => {
      const { state: assistant } = await this.assistants.load(scope, assistantId);
      const others = await this.calendars.countLocked(tx, assistantId);
      const calendarId = uuidv7() as OutsideCalendarId;
      const agencyId = assistant.agencyId as AgencyId;
      const facts = decideOutsideCalendar(
        {
          type: 'linkOutsideCalendar',
          calendarId,
          agencyId,
          assistantId: assistantId as AssistantId,
          address,
          name,
          others,
          allowsHttp: this.settings.outbound?.loopback === 'allowed',
          now,
        },
        null,
      );
      await this.calendars.create(scope, calendarId, facts);
      await this.readings.open(tx, calendarId, agencyId, now);
      return this.calendars.shown(scope, calendarId);
    });
  }
}
