import { Module } from '@nestjs/common';
import { ForgetDeliveries } from './forget-deliveries.js';
import { MoveWebhookHandler } from './move-webhook.js';
import { RedeliverWebhooksHandler } from './redeliver-webhooks.js';
import { RegisterWebhookHandler } from './register-webhook.js';
import { SendWebhook } from './send-webhook.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookEndpointStore } from './webhook-endpoint.store.js';
import { WebhookLog } from './webhook-log.js';
import { WebhookQueue } from './webhook-queue.js';
import { WebhookQueueing } from './webhook-queueing.js';
import { WebhookSending } from './webhook-sending.js';
import { WebhookSettings } from './webhook-settings.js';
import { WebhooksController } from './webhooks.controller.js';

@Module({
  controllers: [WebhooksController, WebhookDeliveriesController],
  providers: [
    ForgetDeliveries,
    MoveWebhookHandler,
    RedeliverWebhooksHandler,
    RegisterWebhookHandler,
    SendWebhook,
    WebhookEndpointStore,
    WebhookLog,
    WebhookQueue,
    WebhookQueueing,
    WebhookSending,
    WebhookSettings,
  ],
  exports: [WebhookEndpointStore, WebhookQueue],
})
export class WebhooksModule {}
