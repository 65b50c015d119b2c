import { Access, type AccessRule, type Actor, businessReaders, businessTeam, scopeOf } from '#access';
import { ConnectMailboxDto, MailboxDto, MailboxListDto } from '#contracts';
import { Creation, CurrentCall, CurrentChange, Reading, Step } from '#platform/endpoints';
import { type Answer, CurrentActor, Now, UuidParam, versioned } from '#platform/http';
import { Body, Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Call, Change } from '../call.js';
import { ConnectMailbox } from './connect-mailbox.js';
import { DisconnectMailbox } from './disconnect-mailbox.js';
import { MailboxReadings } from './mailbox-readings.js';
import { MailboxStore } from './mailbox.store.js';

/** Whose password it is, the owner answers for. */
const manage: AccessRule = { roles: ['business.owner'], scope: 'enquiries:write' };
const read: AccessRule = { roles: businessReaders, scope: 'enquiries:read' };
const hurry: AccessRule = { roles: businessTeam, scope: 'enquiries:write' };

@ApiTags('response time')
@Controller('v1/mailboxes')
export class MailboxesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly mailboxes: MailboxStore,
    private readonly readings: MailboxReadings,
  ) {}

  /**
   * Counts enquiries out of a mailbox, which is read every quarter of an hour and never changed: its inbox for what customers ask, its
   * folder of sent mail for when they were answered. When mails came and which answers which is kept of them, and neither who wrote nor
   * what. The first time, half a year is read.
   */
  @Creation(manage, MailboxDto)
  async connect(@CurrentCall() call: Call, @Body() body: ConnectMailboxDto): Promise<Answer<MailboxDto>> {
    const connected = await this.commands.execute(new ConnectMailbox({ ...call, asked: body }));
    return versioned(connected, connected.version, { location: `/v1/mailboxes/${connected.id}` });
  }

  /** The mailboxes of the business, and how reading each stands. */
  @Get()
  @Access(read)
  @ApiOkResponse({ type: MailboxListDto })
  async list(@CurrentActor() actor: Actor): Promise<MailboxListDto> {
    return { items: await this.mailboxes.list(scopeOf(actor), actor.organisationId) };
  }

  /** One of them. */
  @Reading(':id', read, MailboxDto)
  async read(@CurrentActor() actor: Actor, @UuidParam() id: string): Promise<Answer<MailboxDto>> {
    const shown = await this.mailboxes.shown(scopeOf(actor), id);
    return versioned(shown, shown.version);
  }

  /** Has it read now, and not only when its turn comes. */
  @Step(':id/reading', hurry, MailboxDto)
  async readNow(
    @CurrentActor() actor: Actor,
    @UuidParam() id: string,
    @Now() now: string,
  ): Promise<Answer<MailboxDto>> {
    const shown = await this.mailboxes.shown(scopeOf(actor), id);
    await this.readings.hurry(scopeOf(actor), id, now);
    return versioned(shown, shown.version);
  }

  /** Reads it no more: its password goes, and what is kept of its mails. What was counted stays counted. */
  @Delete(':id')
  @HttpCode(204)
  @Access(manage)
  async disconnect(@CurrentChange({ required: false }) change: Change): Promise<void> {
    await this.commands.execute(new DisconnectMailbox(change));
  }
}
