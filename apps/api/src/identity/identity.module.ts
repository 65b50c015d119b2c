import { CredentialResolver } from '#platform/security';
import { Module } from '@nestjs/common';
import { AcceptInvitationHandler } from './accept-invitation.js';
import { MailsModule } from '../mails/mails.module.js';
import { AccountCodeStore } from './account-code.store.js';
import { AccountMails } from './account-mails.js';
import { AccountController } from './account.controller.js';
import { AccountStore } from './account.store.js';
import { ApiKeyStore } from './api-key.store.js';
import { ApiKeysController } from './api-keys.controller.js';
import { AuthController } from './auth.controller.js';
import { ChangePasswordHandler } from './change-password.js';
import { ConfirmAddressHandler } from './confirm-address.js';
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
import { OrganisationNames } from './organisation-names.js';
import { OwnerRegistration } from './owner-registration.js';
import { PasswordCheck } from './password-check.js';
import { RefreshTokensHandler } from './refresh-tokens.js';
import { ResetPasswordHandler } from './reset-password.js';
import { SendCodeHandler } from './send-code.js';
import { SessionStore } from './session.store.js';
import { TokenPairs } from './token-pairs.js';
import { WhoAmI } from './who-am-i.js';

@Module({
  imports: [MailsModule],
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
    AccountCodeStore,
    AccountMails,
    OrganisationNames,
    ConfirmAddressHandler,
    SendCodeHandler,
    ResetPasswordHandler,
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
  exports: [AccountStore, OwnerRegistration, PasswordCheck, CredentialResolver],
})
export class IdentityModule {}
