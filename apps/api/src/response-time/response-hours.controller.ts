import { type AccessRule, type Actor, businessReaders, businessTeam, scopeOf } from '#access';
import { ResponseHoursDto, SetResponseHoursDto } from '#contracts';
import { CurrentChange, Reading, Replacement } from '#platform/endpoints';
import { type Answer, CurrentActor, UuidParam, versioned } from '#platform/http';
import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Change } from '../call.js';
import { holidayCalendar } from '../holidays.js';
import { hoursDto } from './response-report.dto-mapping.js';
import { type KeptHours, ResponseHoursStore } from './response-hours.store.js';
import { SetResponseHours } from './set-response-hours.js';

const read: AccessRule = { roles: businessReaders, scope: 'businesses:read' };
const write: AccessRule = { roles: businessTeam, scope: 'businesses:write' };

@ApiTags('response time')
@Controller('v1/businesses/:id/response-hours')
export class ResponseHoursController {
  constructor(
    private readonly commands: CommandBus,
    private readonly hours: ResponseHoursStore,
  ) {}

  /** When the business is there for its customers: Monday to Friday from nine to five until it says otherwise. */
  @Reading('', read, ResponseHoursDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<ResponseHoursDto>> {
    return answer(await this.hours.of(scopeOf(actor), id));
  }

  /** Sets the hours and the dates on which it is closed; what was told before is counted anew, frozen baselines stay. */
  @Replacement('', write, ResponseHoursDto)
  async set(@CurrentChange() change: Change, @Body() body: SetResponseHoursDto): Promise<Answer<ResponseHoursDto>> {
    const { weeklyHours, closedOn } = body;
    const holidays = body.holidays ? holidayCalendar(body.holidays, ['holidays']) : undefined;
    return answer(await this.commands.execute(new SetResponseHours({ ...change, weeklyHours, closedOn, holidays })));
  }
}

const answer = (kept: KeptHours): Answer<ResponseHoursDto> => versioned(hoursDto(kept), kept.version);
