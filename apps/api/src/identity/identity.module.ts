import { CredentialResolver } from '#platform/security';
import { Module } from '@nestjs/common';
import { AcceptInvitationHandler } from './accept-invitation.js';
import { AccountController } from './account.controller.js';
import { AccountStore } from './account.store.js';
import { ApiKeyStore } from './api-key.store.js';
import { ApiKeysController } from './api-keys.controller.js';
import { AuthController } from './auth.controller.js';
import { ChangePasswordHandler } from './change-password.js';
import { CookiesController } from './cookies.controller.js';
import { CreateApiKeyHandler } from './create-api-key.js';
import { DeleteAccountHandler } from './delete-account.js';
import { EndSessionHandler } from './end-session.js';
import { FirstAdministrator } from './first-administrator.js';
import { GivenRoles } from './given-roles.js';
import { InvitationStore } from './invitation.store.js';
import { InvitedPersons } from './invited-person.js';
import { InviteMemberHandler } from './invite-member.js';
import { IssueTokensHandler } from './issue-tokens.js';
import { KnownSessionStore } from './known-session.store.js';
import { LiveCredentials } from './live-credentials.js';
import { MeController } from './me.controller.js';
import { MemberStore } from './member.store.js';
import { MembersController } from './members.controller.js';
import { NewPasswords } from './new-passwords.js';
import { OwnerRegistration } from './owner-registration.js';
import { PasswordCheck } from './password-check.js';
import { RefreshTokensHandler } from './refresh-tokens.js';
import { SessionStore } from './session.store.js';
import { TokenPairs } from './token-pairs.js';
import { WhoAmI } from './who-am-i.js';

@Module({
  controllers: [
    AuthController,
    CookiesController,
    MeController,
    AccountController,
    MembersController,
    ApiKeysController,
  ],
  providers: [
    AccountStore,
    ApiKeyStore,
    InvitationStore,
    InvitedPersons,
    MemberStore,
    SessionStore,
    KnownSessionStore,
    TokenPairs,
    NewPasswords,
    ChangePasswordHandler,
    WhoAmI,
    DeleteAccountHandler,
    GivenRoles,
    OwnerRegistration,
    PasswordCheck,
    FirstAdministrator,
    IssueTokensHandler,
    RefreshTokensHandler,
    EndSessionHandler,
    CreateApiKeyHandler,
    InviteMemberHandler,
    AcceptInvitationHandler,
    { provide: CredentialResolver, useClass: LiveCredentials },
  ],
  exports: [AccountStore, OwnerRegistration, CredentialResolver],
})
export class IdentityModule {}
