import { AssignerProtocol, Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';

/** What the services' events have done, read from their tables. */
export class Effects {
  private constructor(private readonly client: Client) {}

  static async in(databaseUrl: string): Promise<Effects> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    return new Effects(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** By need: the versions of the shortlists that matchers have published, in their order. */
  preparedFor(needIds: readonly string[]): Promise<Record<string, readonly number[]>> {
    return this.byId(
      `SELECT aggregate_id AS id, json_agg(aggregate_version ORDER BY position) AS value FROM matcher.journal
        WHERE type = 'shortlist.prepared.v1' AND aggregate_id = ANY ($1::uuid[]) GROUP BY aggregate_id`,
      needIds,
    );
  }

  /** By need: the version of the shortlist that the api shows. */
  shownFor(needIds: readonly string[]): Promise<Record<string, number>> {
    return this.byId(
      `SELECT need_id AS id, version AS value FROM api.shortlist
        WHERE need_id = ANY ($1::uuid[]) AND version IS NOT NULL`,
      needIds,
    );
  }

  /** The last version of each aggregate that a consumer has noted as handled. */
  noted(schema: 'api' | 'matcher', consumer: string, ids: readonly string[]): Promise<Record<string, number>> {
    return this.byId(
      `SELECT aggregate_id AS id, last_version AS value FROM ${schema}.inbox
        WHERE aggregate_id = ANY ($1::uuid[]) AND consumer = '${consumer}'`,
      ids,
    );
  }

  /** The assistants of an agency whom the matcher would offer. */
  async offered(agencyId: string): Promise<string[]> {
    const { rows } = await this.client.query<{ id: string }>(
      `SELECT assistant_id AS id FROM matcher.supply_assistant JOIN matcher.supply_agency USING (agency_id)
        WHERE agency_id = $1 AND listed AND status = 'verified'
          AND (SELECT count(*) FROM matcher.supply_clearance AS clearance
                WHERE clearance.assistant_id = supply_assistant.assistant_id AND NOT voided) = 1`,
      [agencyId],
    );
    return rows.map(({ id }) => id);
  }

  /** By assistant: how many bookings take the time that the matcher knows to be taken. */
  bookingsKnown(assistantIds: readonly string[]): Promise<Record<string, number>> {
    return this.byId(
      `SELECT assistant_id AS id, count(*)::int AS value FROM matcher.supply_booking
        WHERE assistant_id = ANY ($1::uuid[]) AND taken GROUP BY assistant_id`,
      assistantIds,
    );
  }

  /** What the api has published or will, by aggregate: ids of events in the order of their versions. */
  async journal(aggregateTypes: readonly string[]): Promise<Record<string, readonly string[]>> {
    const { rows } = await this.client.query<{ id: string; value: string[] }>(
      `SELECT aggregate_id AS id, json_agg(event_id ORDER BY aggregate_version) AS value FROM api.journal
        WHERE aggregate_type = ANY ($1) GROUP BY aggregate_id`,
      [aggregateTypes],
    );
    return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
  }

  /** Letters of both services that nobody has replayed. */
  async deadLetters(): Promise<string[]> {
    const { rows } = await this.client.query<{ cause: string }>(
      `SELECT cause FROM api.dead_letter WHERE resolved_at IS NULL
       UNION ALL SELECT cause FROM matcher.dead_letter WHERE resolved_at IS NULL`,
    );
    return rows.map(({ cause }) => cause);
  }

  private async byId<Value>(sql: string, ids: readonly string[]): Promise<Record<string, Value>> {
    const { rows } = await this.client.query<{ id: string; value: Value }>(sql, [ids]);
    return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
  }
}

/** A client of the broker that is not ours. */
export class Broker {
  private readonly kafka: Kafka;

  constructor(brokers: string) {
    this.kafka = new Kafka({ brokers: brokers.split(','), clientId: 'spectator', logLevel: logLevel.NOTHING });
  }

  /** How many members of a group have partitions of a topic to look after. */
  async membersAtWork(group: string, topic: string): Promise<number> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const { groups } = await admin.describeGroups([group]);
      const members = groups[0]?.members ?? [];
      return members.filter(({ memberAssignment }) => {
        const assigned = AssignerProtocol.MemberAssignment.decode(memberAssignment);
        return (assigned?.assignment[topic]?.length ?? 0) > 0;
      }).length;
    } finally {
      await admin.disconnect();
    }
  }

  /** Hears topics from the beginning, and keeps by key the ids of events in their order, each where it came first. */
  async listen(topics: string[]): Promise<{ heard: ReadonlyMap<string, Set<string>>; stop(): Promise<void> }> {
    const heard = new Map<string, Set<string>>();
    const consumer = this.kafka.consumer({ groupId: `spectator-${process.pid}-${Date.now()}`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        const key = String(message.key);
        heard.set(key, (heard.get(key) ?? new Set()).add(String(message.headers?.['ce_id'])));
      },
    });
    return { heard, stop: () => consumer.disconnect() };
  }
}
