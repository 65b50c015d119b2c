import { access, copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { isInstalled, LocalKafkaError, run } from './command.js';

const projectRoot = path.resolve(import.meta.dirname, '../../..');

/** Ignored by git, and left alone by builds: 44 MB that needn't be fetched twice. */
export const kafkaFolder = path.join(projectRoot, '.kafka');

/** The class path of the broker; Maven fetches the jars at the first time. Fails with a `LocalKafkaError` of one line. */
export const ensureJars = async (): Promise<string> => {
  const lib = path.join(kafkaFolder, 'lib');
  await jarsOf(
    path.join(projectRoot, 'tools/kafka/pom.xml'),
    lib,
    'a local Kafka',
    ', or set KAFKA_BROKERS to a running Kafka',
  );
  return path.join(lib, '*');
};

/** The jars of a pom in a folder, which Maven fetches at the first time. Fails with a `LocalKafkaError` of one line. */
export async function jarsOf(pom: string, lib: string, whose: string, otherwise = ''): Promise<void> {
  const missing = (what: string, program: string): LocalKafkaError =>
    new LocalKafkaError(`${whose} needs ${what}, and there is no "${program}" here: install it${otherwise}`);
  if (!(await isInstalled('java'))) throw missing('Java 17 or later', 'java');
  if (await isCurrent(lib, pom)) return;
  if (!(await isInstalled('mvn'))) throw missing('Maven (once, to fetch its jars)', 'mvn');
  await fetchJars(lib, pom);
}

// The jars lie beside the description that they were fetched for.
const isCurrent = async (lib: string, pom: string): Promise<boolean> => {
  const [wanted, present] = await Promise.all([
    readFile(pom, 'utf8'),
    readFile(path.join(lib, 'pom.xml'), 'utf8').catch(() => null),
  ]);
  return wanted === present;
};

// Into a folder of its own first, so that whoever comes at the same time, or after an interruption, finds all or nothing.
const fetchJars = async (lib: string, pom: string): Promise<void> => {
  await mkdir(kafkaFolder, { recursive: true });
  const folder = await mkdtemp(path.join(kafkaFolder, 'fetching-'));
  try {
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
    await run('mvn', ['-q', '-B', '-f', pom, ...goal], projectRoot);
    await copyFile(pom, path.join(folder, 'pom.xml'));
    await rm(lib, { recursive: true, force: true });
    await rename(folder, lib).catch(async (error: unknown) => {
      await access(path.join(lib, 'pom.xml')).catch(() => Promise.reject(error));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
