import { Access, type Actor, owners, scopeOf } from '#access';
import {
  AcceptInvitationDto,
  ChangeRolesDto,
  InvitationDto,
  InvitationPageDto,
  InviteMemberDto,
  MemberDto,
  MemberPageDto,
} from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import {
  byId,
  CurrentActor,
  Idempotent,
  Keyset,
  LimitedAsSigningIn,
  Now,
  PageQuery,
  type PageRequest,
  UuidParam,
} from '#platform/http';
import { hashSecret } from '#platform/security';
import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { AcceptInvitation } from './accept-invitation.js';
import { GivenRoles } from './given-roles.js';
import { InvitationStore } from './invitation.store.js';
import { InviteMember } from './invite-member.js';
import { type InvitedPerson, InvitedPersons } from './invited-person.js';
import { MemberStore } from './member.store.js';

const byUser = new Keyset<{ userId: string }>({ userId: 'uuid' });

@ApiTags('members')
@Controller('v1')
export class MembersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly persons: InvitedPersons,
    private readonly members: MemberStore,
    private readonly invitations: InvitationStore,
    private readonly givenRoles: GivenRoles,
  ) {}

  /** Invites a colleague, an accountant, a coordinator, an assessor or an assistant into one's own organisation. */
  @Post('invitations')
  @LimitedAsSigningIn()
  @Idempotent({ secretAnswer: true })
  @Access({ roles: owners, scope: 'members:write' })
  invite(@CurrentCall() call: Call, @Body() body: InviteMemberDto): Promise<InvitationDto> {
    const { email, roles, assistantId = null, language = 'en' } = body;
    return this.commands.execute(new InviteMember({ ...call, email, roles, assistantId, language }));
  }

  /** Joins the organisation that invited. */
  @Post('invitations/acceptances')
  @LimitedAsSigningIn()
  // Whoever holds the token is the one who accepts, from whichever address the request is sent again.
  @Idempotent({
    required: false,
    principalOf: ({ body }) => `invitation:${hashSecret((body as AcceptInvitationDto).token)}`,
    before: (controller: MembersController, body: AcceptInvitationDto, now: string) =>
      controller.persons.prove(body, now),
  })
  @Access({ public: true })
  accept(@Body() body: AcceptInvitationDto, @Now() now: string, person: InvitedPerson): Promise<MemberDto> {
    const { token, displayName } = body;
    return this.commands.execute(new AcceptInvitation({ token, displayName, person, now }));
  }

  /** Who belongs to one's own organisation. */
  @Get('members')
  @Access({ roles: [...owners, 'agency.coordinator', 'business.colleague'], scope: 'members:read' })
  list(@CurrentActor() actor: Actor, @PageQuery() page: PageRequest): Promise<MemberPageDto> {
    return byUser.page(
      page,
      (after, limit) => this.members.list(scopeOf(actor), actor.organisationId, limit, after?.userId ?? null),
      (member) => member,
    );
  }

  /** Ends somebody's membership; keys and sessions stop working at once. */
  @Delete('members/:userId')
  @HttpCode(204)
  @Access({ roles: owners, scope: 'members:write' })
  remove(@CurrentActor() actor: Actor, @UuidParam('userId') userId: string, @Now() now: string): Promise<void> {
    return this.members.remove(scopeOf(actor), { organisationId: actor.organisationId, userId, now });
  }

  /** Gives a member these roles in the place of the present ones. Only a person may do that, and an owner remains. */
  @Put('members/:userId/roles')
  @Access({ roles: owners, scope: null })
  async changeRoles(
    @CurrentCall() { actor, now }: Call,
    @UuidParam('userId') userId: string,
    @Body() body: ChangeRolesDto,
  ): Promise<MemberDto> {
    const { roles, assistantId = null } = body;
    const given = await this.givenRoles.checked(actor, { roles, assistantId });
    return this.members.changeRoles(scopeOf(actor), { organisationId: actor.organisationId, userId, now }, given);
  }

  /** Invitations that are open. */
  @Get('invitations')
  @Access({ roles: owners, scope: 'members:read' })
  listInvitations(@CurrentCall() { actor, now }: Call, @PageQuery() page: PageRequest): Promise<InvitationPageDto> {
    const { organisationId } = actor;
    return byId.page(
      page,
      (after, limit) => this.invitations.list(scopeOf(actor), { organisationId, now }, limit, after?.id ?? null),
      ({ invitedAt, expiresAt, ...invitation }) => ({
        ...invitation,
        invitedAt: invitedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      }),
    );
  }

  /** Takes an invitation back; its token is worth nothing any more. */
  @Delete('invitations/:id')
  @HttpCode(204)
  @Access({ roles: owners, scope: 'members:write' })
  withdraw(@CurrentActor() actor: Actor, @UuidParam() id: string, @Now() now: string): Promise<void> {
    return this.invitations.withdraw(scopeOf(actor), actor.organisationId, id, now);
  }
}
