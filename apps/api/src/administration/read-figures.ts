import { marketplace } from '#access';
import type { FiguresDto, JournalVerificationDto, ResourceFiguresDto } from '#contracts';
import { type LastVerification, type Messaging, messagingToken } from '#platform/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import { KnownDeadLetterStore } from './known-dead-letter.store.js';

/** Table and status of each resource; what has no status counts as `registered`. */
const resources = [
  { resource: 'agencies', table: 'agency', status: 'status' },
  { resource: 'businesses', table: 'business', status: `'registered'` },
  { resource: 'assistants', table: 'assistant', status: 'status' },
  { resource: 'clearances', table: 'clearance', status: 'status' },
  { resource: 'needs', table: 'need', status: 'status' },
  { resource: 'proposals', table: 'proposal', status: 'status' },
  { resource: 'agreements', table: 'agreement', status: 'status' },
  { resource: 'bookings', table: 'booking', status: 'status' },
  { resource: 'engagements', table: 'engagement', status: 'status' },
  { resource: 'duty-runs', table: 'duty_run', status: 'status' },
] as const;

const countings = resources.map(
  ({ resource, table, status }) =>
    `SELECT '${resource}' AS resource, ${status} AS status, count(*)::integer AS count FROM api.${table} GROUP BY 2`,
);

interface Counted {
  readonly resource: string;
  readonly status: string;
  readonly count: number;
}

/** How much of everything there is, and how messaging is doing. */
@Injectable()
export class ReadFigures {
  constructor(
    private readonly database: ApiDatabase,
    @Inject(messagingToken('api')) private readonly messaging: Messaging,
    private readonly letters: KnownDeadLetterStore,
  ) {}

  async read(): Promise<FiguresDto> {
    const counted = await this.database.transaction(marketplace, (tx) =>
      tx.query<Counted>(`${countings.join(' UNION ALL ')} ORDER BY 1, 2`),
    );
    const { outboxDepth, journalPosition, retrying, ...own } = await this.messaging.figures();
    // Of its own letters it knows all; the other service tells of its own.
    const told = await this.letters.countOfOthers('api');
    const verified = await this.messaging.lastVerification();
    const deadLetters = own.deadLetters + told.dead;
    const parked = own.parked + told.parked;
    return {
      resources: resources.map(({ resource }) => figuresOf(resource, counted)),
      messaging: { outboxDepth, journalPosition, deadLetters, retrying, parked },
      journal: verified === null ? null : verificationDto(verified),
      consumers: [...this.messaging.transport.progress()],
    };
  }
}

const verificationDto = ({ finishedAt, soundUntil, broken }: LastVerification): JournalVerificationDto => ({
  finishedAt: finishedAt.toISOString(),
  soundUntil,
  brokenFrom: broken?.firstPosition ?? null,
  brokenTo: broken?.lastPosition ?? null,
});

function figuresOf(resource: string, counted: readonly Counted[]): ResourceFiguresDto {
  const own = counted.filter((figure) => figure.resource === resource);
  return {
    resource,
    total: own.reduce((sum, { count }) => sum + count, 0),
    byStatus: Object.fromEntries(own.map(({ status, count }) => [status, count])),
  };
}
