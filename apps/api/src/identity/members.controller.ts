import { Access, type Actor, owners, scopeOf } from '#access';
import { AcceptInvitationDto, InvitationDto, InviteMemberDto, MemberDto, MemberPageDto } from '#contracts';
import { CurrentCall } from '#platform/endpoints';
import { CurrentActor, Idempotent, Keyset, Now, PageQuery, type PageRequest, UuidParam } from '#platform/http';
import { hashSecret } from '#platform/security';
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Call } from '../call.js';
import { AcceptInvitation } from './accept-invitation.js';
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
  ) {}

  /** Invites a colleague, an accountant, a coordinator, an assessor or an assistant into one's own organisation. */
  @Post('invitations')
  @Idempotent({ secretAnswer: true })
  @Access({ roles: owners, scope: 'members:write' })
  invite(@CurrentCall() call: Call, @Body() body: InviteMemberDto): Promise<InvitationDto> {
    const { email, roles, assistantId = null } = body;
    return this.commands.execute(new InviteMember({ ...call, email, roles, assistantId }));
  }

  /** Joins the organisation that invited. */
  @Post('invitations/acceptances')
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
    return this.members.remove(scopeOf(actor), actor.organisationId, userId, now);
  }
}
