import { marketplace } from '#access';
import { Metrics, type Sample } from '#platform/http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

interface Count {
  readonly figure: string;
  readonly state: string;
  readonly value: number;
}

/** What every so many of Prometheus ask for at once is looked up once. */
const keptMs = 10_000;

/** By the indexes on status, or over tables that stay small. */
const counts = `
  SELECT 'needs' AS figure, status AS state, count(*)::int AS value FROM api.need GROUP BY status
  UNION ALL SELECT 'assistants', status, count(*)::int FROM api.assistant GROUP BY status
  UNION ALL SELECT 'bookings', status, count(*)::int FROM api.booking GROUP BY status
  UNION ALL SELECT 'bookings', 'at-risk', count(*)::int FROM api.booking WHERE at_risk AND status = 'confirmed'
  UNION ALL SELECT 'engagements', status, count(*)::int FROM api.engagement GROUP BY status
  UNION ALL SELECT 'waiting', 'webhook-messages', coalesce(sum(last_queued - last_settled), 0)::int FROM api.webhook_queue
  UNION ALL SELECT 'waiting', 'mails', count(*)::int FROM api.mail WHERE due_at IS NOT NULL
  UNION ALL SELECT 'failing', 'payment-service', count(*)::int FROM api.payment_service_task WHERE fault IS NOT NULL
  UNION ALL SELECT 'failing', 'webhook-endpoints', count(*)::int FROM api.webhook_queue WHERE failing_since IS NOT NULL
  UNION ALL SELECT 'failing', 'outside-calendars', count(*)::int FROM api.calendar_reading WHERE failing_since IS NOT NULL
  UNION ALL SELECT 'failing', 'mailboxes', count(*)::int FROM api.mailbox_reading WHERE failing_since IS NOT NULL`;

/** How the marketplace does, for Prometheus: what there is of each kind, what waits to go out, and what fails. */
@Injectable()
export class MarketplaceMetrics implements OnModuleInit {
  private known: { readonly counts: Promise<readonly Count[]>; readonly at: number } | null = null;

  constructor(
    private readonly database: ApiDatabase,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const show = (figure: string, help: string): void =>
      this.metrics.gauge(`ajudant_${figure}`, help, ['state'], () => this.samples(figure));
    show('needs', 'Needs by their status.');
    show('assistants', 'Assistants by their status.');
    show('bookings', 'Bookings by their status; at-risk are those of the confirmed ones.');
    show('engagements', 'Engagements by their status.');
    show('waiting', 'What waits to be sent: mails, and messages of webhooks.');
    show('failing', 'What others keep from working: endpoints of webhooks, and calendars that can’t be read.');
  }

  private async samples(wanted: string): Promise<readonly Sample[]> {
    const all = await this.counts();
    return all.flatMap(({ figure, state, value }) => (figure === wanted ? [{ value, labels: { state } }] : []));
  }

  private counts(): Promise<readonly Count[]> {
    const now = performance.now();
    if (this.known === null || now - this.known.at > keptMs) {
      const found = this.database.read(marketplace, (tx) => tx.query<Count>(counts));
      found.catch(() => (this.known = null));
      this.known = { counts: found, at: now };
    }
    return this.known.counts;
  }
}
