import { Access, type AccessRule, type Actor } from '#access';
import { CloseOrganisationDto, OpenMattersDto } from '#contracts';
import { CurrentActor, LimitedAsSigningIn, Now } from '#platform/http';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CloseOrganisation } from './close-organisation.js';
import { OpenMattersReader } from './open-matters-reader.js';

/** A key closes nothing. */
const owners: AccessRule = { roles: ['agency.owner', 'business.owner'], scope: null };

@ApiTags('account')
@Controller('v1/organisation')
@Access(owners)
export class OrganisationClosingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly matters: OpenMattersReader,
  ) {}

  /** What has to come to its end with others before the organisation in hand can be closed. */
  @Get('open-matters')
  openMatters(@CurrentActor() actor: Actor, @Now() now: string): Promise<OpenMattersDto> {
    return this.matters.of(actor, now);
  }

  /**
   * Closes the organisation in hand for good: all memberships and keys end, and accounts that belong to no other organisation are
   * deleted. Refused while anything is open with others. Invoices and records stay as long as the law keeps them.
   */
  @Post('closure')
  @LimitedAsSigningIn()
  @HttpCode(204)
  close(@CurrentActor() actor: Actor, @Body() { password }: CloseOrganisationDto, @Now() now: string): Promise<void> {
    return this.commands.execute(new CloseOrganisation({ actor, password, now }));
  }
}
