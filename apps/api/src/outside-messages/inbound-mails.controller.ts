import { Access, type AccessRule, administrators } from '#access';
import { DeliveredMessageDto, InboundMailQueryDto } from '#contracts';
import { ByteBody, type IncomingBytes, Now } from '#platform/http';
import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TakeMail } from './take-mail.js';

/** A key of the marketplace that can do this can do nothing else: it stands in a mail server. */
const deliver: AccessRule = { roles: administrators, scope: 'inbound-mail:write' };

const kibibytes = 4_096;

@ApiTags('conversation')
@Controller('v1/inbound-mails')
export class InboundMailsController {
  constructor(private readonly mails: TakeMail) {}

  /**
   * The mail server of the marketplace hands on a mail as it came, for the address of a conversation. A reply is found by
   * `In-Reply-To` and `References`; the same `Message-ID` again changes nothing. Whether the sender is who it says is for the mail
   * server to find out before (DMARC), and a refusal for it to tell the sender.
   */
  @Post()
  @HttpCode(200)
  @Access(deliver)
  async take(
    @ByteBody({ kibibytes }) source: IncomingBytes,
    @Query() { to }: InboundMailQueryDto,
    @Now() now: string,
  ): Promise<DeliveredMessageDto> {
    return this.mails.take(await source.whole(kibibytes * 1_024), to ?? null, now);
  }
}
