import { Access } from '#access';
import { VerificationAskedDto } from '#contracts';
import { accepted, type Answer, Now } from '#platform/http';
import { type Messaging, messagingToken } from '#platform/messaging';
import { Controller, Inject, Post } from '@nestjs/common';
import { actAsAdministrator } from '../admin-rules.js';
import { ApiAcceptedResponse, ApiTags } from '@nestjs/swagger';

@ApiTags('administration')
@Controller('v1/admin/journal')
export class JournalController {
  constructor(@Inject(messagingToken('api')) private readonly messaging: Messaging) {}

  /**
   * Has the journal of the api held against its seals now, rather than once a day; what was found shows in the figures. Asked
   * again within a minute, nothing further is done.
   */
  @Post('verification')
  @Access(actAsAdministrator)
  @ApiAcceptedResponse({ type: VerificationAskedDto, description: 'What was found shows at Location.' })
  verify(@Now() now: string): Answer<VerificationAskedDto> {
    this.messaging.verifySoon();
    return accepted({ askedAt: now }, '/v1/admin/figures');
  }
}
