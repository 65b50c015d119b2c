import { Access, marketplace } from '#access';
import { ByteBody, type IncomingBytes, Now, RequestContext } from '#platform/http';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { ApiDatabase } from '../api-database.js';
import { PaymentService } from './payment-service.js';
import { PaymentServiceTasks } from '../payments/payment-service-tasks.js';

const kibibytes = 256;

@ApiTags('payments')
@Controller('v1/payment-service-events')
@Access({ public: true })
export class ServiceEventsController {
  constructor(
    private readonly database: ApiDatabase,
    private readonly service: PaymentService,
    private readonly tasks: PaymentServiceTasks,
  ) {}

  /**
   * The payment service says that there is something new, signed by the secret of its endpoint. What it says is not believed but asked about, so
   * that it may come twice, late and in any order.
   */
  @Post()
  @HttpCode(204)
  @ApiHeader({ name: 'stripe-signature', description: '`t=` and the time, `v1=` and the HMAC-SHA256.', required: true })
  async take(@ByteBody({ kibibytes }) incoming: IncomingBytes, @Now() now: string): Promise<void> {
    const body = await incoming.whole(kibibytes * 1_024);
    const signature = String(RequestContext.required().request.headers['stripe-signature'] ?? '');
    const subject = this.service.subjectOf(body, signature, now);
    if (subject === null) return;
    await this.database.transaction(marketplace, (tx) => this.tasks.look(tx, subject, now));
  }
}
