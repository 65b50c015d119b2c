import { Access, type AccessRule, type Actor, businessTeam } from '#access';
import { ResponseReportDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { CurrentActor, Idempotent, Now, UuidParam } from '#platform/http';
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { readWork } from '../work-records/work-rules.js';
import { FreezeBaseline } from './freeze-baseline.js';
import { ResponseReports } from './response-reports.js';

/** Both sides, and the assistant who answers. */
const freeze: AccessRule = { roles: businessTeam, scope: 'engagements:write' };

@ApiTags('response time')
@Controller('v1/engagements/:id/response-time')
export class ResponseReportsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reports: ResponseReports,
  ) {}

  /**
   * How fast the business's customers were answered before the engagement and since, week by week, and whether it got better: in
   * minutes of the business's hours. The baseline is of the 180 days before the start.
   */
  @Get()
  @Access(readWork)
  read(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<ResponseReportDto> {
    return this.reports.read(actor, id, now);
  }

  /**
   * The business says that all from before is told: the baseline stays as it is from now on. Otherwise it is frozen 14 days
   * after the start, or once there is enough data.
   */
  @Post('baseline')
  @HttpCode(200)
  @Idempotent()
  @Access(freeze)
  @ApiOkResponse({ type: ResponseReportDto })
  async freeze(@CurrentCall() { actor, now }: Call, @UuidParam() id: string): Promise<ResponseReportDto> {
    const engagement = await this.reports.engagement(actor, id);
    await this.commands.execute(new FreezeBaseline({ actor, engagement, now }));
    return this.reports.read(actor, id, now);
  }
}
