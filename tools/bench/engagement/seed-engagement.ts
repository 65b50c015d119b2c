import { Client } from 'pg';

const minuteMs = 60_000;

/** CSV of so many enquiries of the last half year, each with its answer; spread without chance, so that each run is the same. */
export function enquiryLines(prefix: string, count: number): string {
  const halfYear = 170 * 24 * 60;
  const now = Date.now();
  const lines = Array.from({ length: count }, (_, number) => {
    const openedAt = now - (60 + ((number * 7_919) % halfYear)) * minuteMs;
    const answeredAt = Math.min(openedAt + ((number * 37) % 600) * minuteMs, now);
    return `${prefix}-${number},${new Date(openedAt).toISOString()},${new Date(answeredAt).toISOString()}`;
  });
  return ['reference,openedAt,firstAnsweredAt', ...lines].join('\n');
}

/** 5,000 messages in the threads that there are, and 2,000 runs like one that was accepted. */
export async function seedEngagement(databaseUrl: string, engagementId: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const sql of [messages, countedThreads, countedConversation, runs]) await client.query(sql, [engagementId]);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

const messages = `
  INSERT INTO api.message (id, version, engagement_id, thread_id, business_id, agency_id, assistant_id, number, written_by,
                           channel, agreed_channel_id, text, sent_at, open_kind, waits_for, due_at)
  SELECT gen_random_uuid(), 1, thread.engagement_id, thread.id, thread.business_id, thread.agency_id, thread.assistant_id,
         conversation.messages + n, CASE n % 2 WHEN 0 THEN 'business' ELSE 'agency' END, thread.channel, thread.opened_in,
         'Message ' || n || ': the flour, the oven, and what the customer of ' || n % 97 || ' asked about the receipts.',
         now() - (5001 - n) * interval '7 minutes',
         CASE WHEN n % 50 = 0 THEN 'question' END, CASE WHEN n % 50 = 0 THEN 'agency' END,
         CASE WHEN n % 50 = 0 THEN now() + interval '1 day' END
    FROM generate_series(1, 5000) AS n
    JOIN api.conversation ON conversation.engagement_id = $1
    JOIN LATERAL (SELECT * FROM api.thread WHERE thread.engagement_id = $1 ORDER BY thread.id
                   OFFSET n % (SELECT count(*) FROM api.thread WHERE thread.engagement_id = $1) LIMIT 1) AS thread ON true`;

const countedThreads = `UPDATE api.thread SET last_message_at = now(),
    messages = (SELECT count(*) FROM api.message WHERE message.thread_id = thread.id) WHERE engagement_id = $1`;

const countedConversation = `UPDATE api.conversation SET last_message_at = now(),
    messages = (SELECT max(number) FROM api.message WHERE message.engagement_id = $1) WHERE engagement_id = $1`;

const runs = `
  INSERT INTO api.duty_run (id, version, engagement_id, business_id, agency_id, assistant_id, status, line_id, period_number,
                            starts_at, silence_accepts_at, state)
  SELECT gen_random_uuid(), known.version, known.engagement_id, known.business_id, known.agency_id, known.assistant_id, known.status,
         known.line_id, 1000 + n, known.starts_at - n * interval '1 hour', known.silence_accepts_at, known.state
    FROM generate_series(1, 2000) AS n
    JOIN api.duty_run AS known ON known.id = (
      SELECT id FROM api.duty_run WHERE engagement_id = $1 AND status = 'accepted' ORDER BY id LIMIT 1)`;
