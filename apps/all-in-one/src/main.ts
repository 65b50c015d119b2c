import { applyEnvFile } from '#platform/config';
import { EmbeddedDatabase } from '#platform/database/embedded';
import { assertReachable } from '#platform/database/reachable';
import { argumentsOf, orExplain } from '#platform/processes';
import { loadAllInOneConfig } from './all-in-one-config.js';

/** Since the process was started, or was told to be of use (tools/start/dev-service.mjs). */
const beganMs = performance.getEntriesByName('told to start')[0]?.startTime ?? 0;
const step = (text: string): void => {
  console.log(`${((performance.now() - beganMs) / 1000).toFixed(1).padStart(6)} s  ${text}`);
};

argumentsOf(
  'npm start: all of Ajudant in one process, until Ctrl-C. .env.example has the variables that it reads.',
  {},
);
applyEnvFile();
const config = loadAllInOneConfig(process.env);
const { databaseUrl, migrationsDatabaseUrl, dataDir } = config.api;
await orExplain(async () => {
  if (databaseUrl !== null) await assertReachable(migrationsDatabaseUrl ?? databaseUrl);
  const embedded = databaseUrl === null ? (await embeddedOnItsWay()).ready : null;
  const { run } = await import('./run.js');
  await run({ config, embedded, step });
});

/** Its process is there, and gets ready while the rest is loaded, which leaves nothing else its turn. */
async function embeddedOnItsWay(): Promise<{ readonly ready: Promise<EmbeddedDatabase> }> {
  return new Promise((resolve) => {
    const ready: Promise<EmbeddedDatabase> = EmbeddedDatabase.start({
      dataDir,
      database: 'ajudant',
      durability: 'durable',
      onProgress: step,
      onSpawned: () => resolve({ ready }),
    });
    // Whoever waits for it hears of its failure.
    ready.then(
      () => resolve({ ready }),
      () => resolve({ ready }),
    );
  });
}
