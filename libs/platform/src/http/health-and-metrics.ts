import { ModulesContainer } from '@nestjs/core';
import type { INestApplication } from '@nestjs/common';
import { Database } from '../database/index.js';
import { type LastVerification, Messaging, type MessagingFigures } from '../messaging/index.js';
import { consumersAtWork } from './consumers-at-work.js';
import { Metrics, type Sample } from './metrics.js';
import { ReadinessRegistry } from './readiness-registry.js';

/** Makes whatever the app has of databases and messaging count for its readiness, and show in its metrics. */
export function registerHealthAndMetrics(app: INestApplication): void {
  const readiness = app.get(ReadinessRegistry);
  for (const database of instancesOf(app, Database)) {
    readiness.register(`database ${database.schema}`, async () => isAnswering(database));
  }
  showConnections(app.get(Metrics), instancesOf(app, Database));
  const messagings = instancesOf(app, Messaging);
  if (messagings.length === 0) return;
  readiness.register(
    'consumers',
    consumersAtWork(() => messagings.flatMap(({ transport }) => transport.progress())),
  );
  readiness.registerLiveness('consumers', () => stalledConsumers(messagings));
  showFigures(app.get(Metrics), messagings);
}

/** Those that any module of the app provides, in the order of the modules. */
function instancesOf<T>(app: INestApplication, kind: abstract new (...parameters: never[]) => T): readonly T[] {
  const provided = [...app.get(ModulesContainer).values()].flatMap(({ providers }) =>
    [...providers.values()].map(({ instance }): unknown => instance),
  );
  return [...new Set(provided)].filter((instance): instance is T => instance instanceof kind);
}

async function isAnswering({ dataSource }: Database): Promise<null> {
  await dataSource.query('SELECT');
  return null;
}

/** Consumers that only a new process could help. */
function stalledConsumers(messagings: readonly Messaging[]): string | null {
  const stalled = messagings
    .flatMap(({ transport }) => transport.progress())
    .flatMap(({ consumer, stalled: isStalled }) => (isStalled ? consumer : []));
  return stalled.length === 0 ? null : [...new Set(stalled)].join(', ');
}

function showConnections(metrics: Metrics, databases: readonly Database[]): void {
  metrics.gauge(
    'ajudant_database_connections',
    'Connections to the database that are open or idle, and work that waits for one.',
    ['schema', 'state'],
    async () =>
      databases.flatMap(({ schema, connections }) =>
        Object.entries(connections).map(([state, value]) => ({ value, labels: { schema, state } })),
      ),
  );
}

function showFigures(metrics: Metrics, messagings: readonly Messaging[]): void {
  const each = (name: Exclude<keyof MessagingFigures, 'cursorLags'>) => async (): Promise<readonly Sample[]> =>
    Promise.all(
      messagings.map(async (messaging) => ({
        value: (await messaging.figures())[name],
        labels: { service: messaging.service },
      })),
    );
  const service = ['service'];
  metrics.gauge('ajudant_outbox_events', 'Events that the sequencer has not moved yet.', service, each('outboxDepth'));
  metrics.gauge('ajudant_journal_position', 'Last position of the journal.', service, each('journalPosition'));
  metrics.gauge('ajudant_dead_letters', 'Events that a consumer could not handle.', service, each('deadLetters'));
  metrics.gauge('ajudant_retried_events', 'Events that are about to be tried again.', service, each('retrying'));
  metrics.gauge(
    'ajudant_version_jumps',
    'Events that were put aside because they were far ahead of their aggregates.',
    service,
    each('versionJumps'),
  );
  metrics.gauge('ajudant_parked_events', 'Events that wait behind dead letters.', service, each('parked'));
  metrics.gauge('ajudant_cursor_lag_events', 'Events after a cursor.', ['service', 'reader'], async () => {
    const lags = await Promise.all(
      messagings.map(async (messaging) => [messaging.service, (await messaging.figures()).cursorLags] as const),
    );
    return lags.flatMap(([name, byReader]) =>
      Object.entries(byReader).map(([reader, value]) => ({ value, labels: { service: name, reader } })),
    );
  });
  showVerifications(metrics, messagings);
  metrics.gauge('ajudant_consumer_lag_events', 'Events that wait for a consumer.', ['consumer'], async () =>
    // In the all-in-one both services share a transport, so each consumer is told of once.
    [...new Set(messagings.map(({ transport }) => transport))]
      .flatMap((transport) => transport.progress())
      .flatMap(({ consumer, lag }) => (lag === null ? [] : { value: lag, labels: { consumer } })),
  );
}

/** Nothing of a journal that was never verified. */
function showVerifications(metrics: Metrics, messagings: readonly Messaging[]): void {
  const each = (value: (last: LastVerification) => number) => async (): Promise<readonly Sample[]> => {
    const all = await Promise.all(
      messagings.map(async (messaging) => ({ last: await messaging.lastVerification(), service: messaging.service })),
    );
    return all.flatMap(({ last, service }) => (last === null ? [] : [{ value: value(last), labels: { service } }]));
  };
  const service = ['service'];
  metrics.gauge(
    'ajudant_journal_sound',
    'Whether the journal was what was sealed when it was last verified.',
    service,
    each(({ broken }) => (broken === null ? 1 : 0)),
  );
  metrics.gauge(
    'ajudant_journal_verified_timestamp_seconds',
    'When the journal was last verified.',
    service,
    each(({ finishedAt }) => finishedAt.getTime() / 1_000),
  );
}
