import { Module } from '@nestjs/common';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BookingsModule } from '../bookings/bookings.module.js';
import { CalendarFeedStore } from './calendar-feed.store.js';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { CalendarReader } from './calendar-reader.js';
import { CalendarReadings } from './calendar-readings.js';
import { FeedAnswer } from './feed-answer.js';
import { FetchCalendar } from './fetch-calendar.js';
import { LinkOutsideCalendarHandler } from './link-outside-calendar.js';
import { MakeCalendarFeedHandler } from './make-calendar-feed.js';
import { OutsideBusyTime } from './outside-busy-time.js';
import { OutsideCalendarStore } from './outside-calendar.store.js';
import { OutsideCalendarsController } from './outside-calendars.controller.js';
import { ReadOutsideCalendar } from './read-outside-calendar.js';
import { ReadingCalendars } from './reading-calendars.js';
import { UnlinkOutsideCalendarHandler } from './unlink-outside-calendar.js';

@Module({
  imports: [AssistantsModule, BookingsModule],
  controllers: [CalendarFeedsController, OutsideCalendarsController],
  providers: [
    CalendarFeedStore,
    CalendarReader,
    CalendarReadings,
    FeedAnswer,
    FetchCalendar,
    LinkOutsideCalendarHandler,
    MakeCalendarFeedHandler,
    OutsideBusyTime,
    OutsideCalendarStore,
    ReadOutsideCalendar,
    ReadingCalendars,
    UnlinkOutsideCalendarHandler,
  ],
})
export class CalendarsModule {}
