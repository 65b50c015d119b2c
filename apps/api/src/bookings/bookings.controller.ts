import {
  Access,
  type AccessRule,
  type Actor,
  administrators,
  agencyTeam,
  bothTeams,
  businessTeam,
  scopeOf,
} from '#access';
import {
  BookingDto,
  BookingPageDto,
  BookingQueryDto,
  CancelBookingDto,
  CreateBookingDto,
  NobodyThereDto,
  RescheduleBookingDto,
} from '#contracts';
import { type Booking, type BookingId, slotsAskedFor } from '#domain';
import type { Versioned } from '#platform/database';
import { Creation, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import {
  type Answer,
  CurrentActor,
  type Foresight,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, Query } from '@nestjs/common';
import { type Command, CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import type { Call, Change } from '../call.js';
import { assistantScopeOf, demandWithinScope } from '../work-records/assistant-scope.js';
import { AgreeToRisk } from './agree-to-risk.js';
import { BookInstantly } from './book-instantly.js';
import { bookingDto } from './booking.dto-mapping.js';
import { BookingStore } from './booking.store.js';
import { CancelBooking } from './cancel-booking.js';
import { ConfirmBooking } from './confirm-booking.js';
import { HoldBooking } from './hold-booking.js';
import { LateComers } from './late-comers.js';
import { ReleaseBooking } from './release-booking.js';
import { NoteNobodyThere } from './note-nobody-there.js';
import { RescheduleBooking } from './reschedule-booking.js';

const bothSides = [...bothTeams, ...administrators] as const;
const book: AccessRule = { roles: businessTeam, scope: 'bookings:write' };
const agreeToGoOn: AccessRule = { roles: bothTeams, scope: 'bookings:write' };
const reportWhoWasThere: AccessRule = { roles: agencyTeam, scope: 'bookings:write' };
const callOff: AccessRule = { roles: bothSides, scope: 'bookings:write' };
const read: AccessRule = { roles: [...bothSides, 'business.accountant', 'agency.assistant'], scope: 'bookings:read' };

/** For a hold alone: whether the agreement can be booked instantly comes before whether the time is free. */
const comesTooLate: Foresight<BookingsController, [Call, CreateBookingDto]> = async (controller, call, body) =>
  body.confirm === true
    ? null
    : controller.lateComers.refusalOf(call, body.agreementId, () => slotsAskedFor(body, call.now));

@ApiTags('bookings')
@Controller('v1/bookings')
export class BookingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly bookings: BookingStore,
    readonly lateComers: LateComers,
  ) {}

  /** Holds time of the agreement's assistant; with `confirm`, for an instant agreement, holds and confirms in one go. */
  @Creation(book, BookingDto, { bodyKiB: 256, foresee: comesTooLate })
  async create(@CurrentCall() call: Call, @Body() body: CreateBookingDto): Promise<Answer<BookingDto>> {
    const { agreementId, lineId = null, confirm } = body;
    const bookingId = uuidv7() as BookingId;
    const wanted = { ...call, bookingId, agreementId, lineId, slots: slotsAskedFor(body, call.now) };
    const booking = await this.commands.execute(confirm === true ? new BookInstantly(wanted) : new HoldBooking(wanted));
    return versioned(bookingDto(booking), booking.version, { location: `/v1/bookings/${booking.state.bookingId}` });
  }

  /** Both sides see theirs; an assistant sees her own. */
  @Get()
  @Access(read)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: BookingQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<BookingPageDto> {
    return this.bookings.list(scopeOf(actor), { ...query, assistantId: assistantScopeOf(actor) }, page, bookingDto);
  }

  /** One booking, with its slots. */
  @Reading(':id', read, BookingDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<BookingDto>> {
    const booking = await this.bookings.load(scopeOf(actor), id);
    demandWithinScope(actor, booking.state, 'booking.not-found');
    return answer(booking);
  }

  /** Makes a hold firm; needs a safety clearance that outlives the booking. */
  @Step(':id/confirmation', book, BookingDto, { status: 201 })
  confirm(@CurrentChange() change: Change): Promise<Answer<BookingDto>> {
    return this.take(new ConfirmBooking(change));
  }

  /** Calls off single slots, or all that has not begun, at the price of the agreement's cancellation terms. */
  @Step(':id/cancellation', callOff, BookingDto, { status: 201, bodyKiB: 64 })
  cancel(@CurrentChange() change: Change, @Body() { reason, slots }: CancelBookingDto): Promise<Answer<BookingDto>> {
    return this.take(new CancelBooking({ ...change, reason, slots: slots ?? null }));
  }

  /** Moves single slots, or all that has not begun; what is given up late costs what calling it off would. */
  @Step(':id/rescheduling', book, BookingDto, { status: 201, bodyKiB: 256 })
  reschedule(@CurrentChange() change: Change, @Body() asked: RescheduleBookingDto): Promise<Answer<BookingDto>> {
    return this.take(new RescheduleBooking({ ...change, asked }));
  }

  /**
   * A side is willing to go on with a booking at risk because of a day off; once both are, it takes place. What else puts a
   * booking at risk is settled when its cause is gone, or by a cancellation, which is free then.
   */
  @Step(':id/risk-agreement', agreeToGoOn, BookingDto, { status: 201 })
  agreeToRisk(@CurrentChange() change: Change): Promise<Answer<BookingDto>> {
    return this.take(new AgreeToRisk(change));
  }

  /**
   * Says of slots that are over that nobody of the business was there. They cost what calling them off at their start would have. That the
   * assistant was not there is said as an absence.
   */
  @Step(':id/no-shows', reportWhoWasThere, BookingDto, { status: 201 })
  noShow(@CurrentChange() change: Change, @Body() { slots }: NobodyThereDto): Promise<Answer<BookingDto>> {
    return this.take(new NoteNobodyThere({ ...change, slots }));
  }

  /** Lets a hold go before it expires. */
  @Step(':id/release', book, BookingDto, { status: 201 })
  release(@CurrentChange() change: Change): Promise<Answer<BookingDto>> {
    return this.take(new ReleaseBooking(change));
  }

  private async take(step: Command<Versioned<Booking>>): Promise<Answer<BookingDto>> {
    return answer(await this.commands.execute(step));
  }
}

const answer = (booking: Versioned<Booking>): Answer<BookingDto> => versioned(bookingDto(booking), booking.version);
