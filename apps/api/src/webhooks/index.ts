import type { Feature } from '../feature.js';
import { Webhooks1796034193000 } from '../migrations/1796034193000-webhooks.js';
import { WebhookEndpointRow } from './webhook-endpoint.row.js';
import { WebhooksModule } from './webhooks.module.js';

export const webhooks: Feature = {
  module: WebhooksModule,
  rows: [WebhookEndpointRow],
  migrations: [Webhooks1796034193000],
};
