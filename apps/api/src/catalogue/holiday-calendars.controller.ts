import { Access } from '#access';
import { KnownCalendarsDto } from '#contracts';
import { knownCalendars } from '#knowledge/holidays';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

@ApiTags('catalogue')
@Controller('v1/holiday-calendars')
export class HolidayCalendarsController {
  /** The countries whose public holidays are known, and their regions. */
  @Get()
  @Access({ public: true })
  @ApiOkResponse({ type: KnownCalendarsDto })
  list(): KnownCalendarsDto {
    return {
      items: knownCalendars().map(({ countryCode, regions }) => ({ countryCode, regions: [...regions] })),
    };
  }
}
