import { Access, type Actor, scopeOf } from '#access';
import { BookingDto, BookingPageDto, BookingQueryDto, CancelBookingDto, CreateBookingDto } from '#contracts';
import { type BookingId, slotsAskedFor } from '#domain';
import {
  type Answer,
  CurrentActor,
  Idempotent,
  IfMatch,
  Now,
  PageQuery,
  type PageRequest,
  UuidParam,
  versioned,
} from '#platform/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { v7 as uuidv7 } from 'uuid';
import { BookInstantly } from './book-instantly.js';
import { bookingDto } from './booking.dto-mapping.js';
import { BookingStore } from './booking.store.js';
import { CancelBooking } from './cancel-booking.js';
import { ConfirmBooking } from './confirm-booking.js';
import { HoldBooking } from './hold-booking.js';
import { ListBookings } from './list-bookings.js';
import { ReleaseBooking } from './release-booking.js';

const business = ['business.owner', 'business.colleague'] as const;
const bothSides = [...business, 'agency.owner', 'agency.coordinator', 'marketplace.administrator'] as const;

@ApiTags('bookings')
@Controller('v1/bookings')
export class BookingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly bookings: BookingStore,
    private readonly listing: ListBookings,
  ) {}

  /** Holds time of the agreement's assistant; with `confirm`, for an instant agreement, holds and confirms in one go. */
  @Post()
  @Idempotent()
  @Access({ roles: [...business], scope: 'bookings:write' })
  @ApiCreatedResponse({ type: BookingDto })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateBookingDto,
    @Now() now: string,
  ): Promise<Answer<BookingDto>> {
    const asked = [actor, uuidv7() as BookingId, body.agreementId, slotsAskedFor(body, now), now] as const;
    const booking = await this.commands.execute(
      body.confirm === true ? new BookInstantly(...asked) : new HoldBooking(...asked),
    );
    return versioned(bookingDto(booking), booking.version, { location: `/v1/bookings/${booking.state.bookingId}` });
  }

  @Get()
  @Access({ roles: [...bothSides, 'business.accountant', 'agency.assistant'], scope: 'bookings:read' })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: BookingQueryDto,
    @PageQuery() page: PageRequest,
  ): Promise<BookingPageDto> {
    return this.listing.page(actor, query.agreementId ?? null, page);
  }

  @Get(':id')
  @Access({ roles: [...bothSides, 'business.accountant', 'agency.assistant'], scope: 'bookings:read' })
  @ApiOkResponse({ type: BookingDto })
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<BookingDto>> {
    const booking = await this.bookings.load(scopeOf(actor), id);
    return versioned(bookingDto(booking), booking.version);
  }

  /** Makes a hold firm; needs a safety clearance that outlives the booking. */
  @Post(':id/confirmation')
  @Idempotent()
  @Access({ roles: [...business], scope: 'bookings:write' })
  @ApiCreatedResponse({ type: BookingDto })
  async confirm(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Now() now: string,
  ): Promise<Answer<BookingDto>> {
    const booking = await this.commands.execute(new ConfirmBooking(actor, id, expectedVersion, now));
    return versioned(bookingDto(booking), booking.version);
  }

  /** Calls off what has not begun, at the price of the agreement's cancellation terms. */
  @Post(':id/cancellation')
  @Idempotent()
  @Access({ roles: [...bothSides], scope: 'bookings:write' })
  @ApiCreatedResponse({ type: BookingDto })
  async cancel(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Body() body: CancelBookingDto,
    @Now() now: string,
  ): Promise<Answer<BookingDto>> {
    const booking = await this.commands.execute(new CancelBooking(actor, id, expectedVersion, body.reason, now));
    return versioned(bookingDto(booking), booking.version);
  }

  /** Lets a hold go before it expires. */
  @Post(':id/release')
  @Idempotent()
  @Access({ roles: [...business], scope: 'bookings:write' })
  @ApiCreatedResponse({ type: BookingDto })
  async release(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @IfMatch() expectedVersion: number | null,
    @Now() now: string,
  ): Promise<Answer<BookingDto>> {
    const booking = await this.commands.execute(new ReleaseBooking(actor, id, expectedVersion, now));
    return versioned(bookingDto(booking), booking.version);
  }
}
