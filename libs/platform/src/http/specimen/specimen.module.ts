import { Module } from '@nestjs/common';
import { AccessTokens } from '../../security/access-tokens.js';
import { CredentialResolver } from '../../security/credential-resolver.js';
import { GuardedController, SpecimenController } from './specimen.controller.js';
import { SpecimenCredentials } from './specimen.credentials.js';

export const specimenSecret = 'a secret of thirty-two bytes or more';

@Module({
  controllers: [SpecimenController, GuardedController],
  providers: [
    SpecimenCredentials,
    { provide: CredentialResolver, useExisting: SpecimenCredentials },
    { provide: AccessTokens, useFactory: () => new AccessTokens(specimenSecret) },
  ],
})
export class SpecimenModule {}
