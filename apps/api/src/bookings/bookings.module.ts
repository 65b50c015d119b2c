import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module.js';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { AssistantsModule } from '../assistants/assistants.module.js';
import { BookedFundsModule } from '../booked-funds/booked-funds.module.js';
import { ClearancesModule } from '../clearances/clearances.module.js';
import { WorkRecordsModule } from '../work-records/work-records.module.js';
import { AbsencesOver } from './absences-over.js';
import { AgreeToRiskHandler } from './agree-to-risk.js';
import { BookInstantlyHandler } from './book-instantly.js';
import { BookedSlots } from './booked-slots.js';
import { BookedTime } from './booked-time.js';
import { BookingCallOff } from './booking-call-off.js';
import { BookingHandover } from './booking-handover.js';
import { BookingStore } from './booking.store.js';
import { BookingsController } from './bookings.controller.js';
import { CancelBookingHandler } from './cancel-booking.js';
import { ConfirmBookingHandler } from './confirm-booking.js';
import { FreeSlotsController } from './free-slots.controller.js';
import { HoldBookingHandler } from './hold-booking.js';
import { CalendarTurn } from './calendar-turn.js';
import { HoldContextReader } from './hold-context-reader.js';
import { HoldExpiry } from './hold-expiry.js';
import { LateComers } from './late-comers.js';
import { ReadFreeSlots } from './read-free-slots.js';
import { ReleaseBookingHandler } from './release-booking.js';
import { NoteNobodyThereHandler } from './note-nobody-there.js';
import { RescheduleBookingHandler } from './reschedule-booking.js';
import { RiskAssessment } from './risk-assessment.js';

@Module({
  imports: [AgenciesModule, AgreementsModule, AssistantsModule, BookedFundsModule, ClearancesModule, WorkRecordsModule],
  controllers: [BookingsController, FreeSlotsController],
  providers: [
    BookingStore,
    BookedSlots,
    BookedTime,
    CalendarTurn,
    HoldContextReader,
    ReadFreeSlots,
    HoldExpiry,
    LateComers,
    HoldBookingHandler,
    ConfirmBookingHandler,
    BookInstantlyHandler,
    CancelBookingHandler,
    AgreeToRiskHandler,
    RiskAssessment,
    AbsencesOver,
    BookingCallOff,
    BookingHandover,
    ReleaseBookingHandler,
    NoteNobodyThereHandler,
    RescheduleBookingHandler,
  ],
  exports: [BookingStore, BookingCallOff, BookingHandover, BookedTime, RiskAssessment],
})
export class BookingsModule {}
