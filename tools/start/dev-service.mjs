// One start of `npm run dev`: loads the packages of the services, and waits to be told which program of ours to go on as.
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';

/** Those that take long. */
const packages = [
  'class-transformer',
  'class-validator',
  'fast-xml-parser',
  'fastify',
  'file-type',
  'ical-generator',
  'ical.js',
  'jose',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/cqrs',
  '@nestjs/platform-fastify',
  '@nestjs/swagger',
  'pg',
  'pino',
  'prom-client',
  'read-excel-file/universal',
  'reflect-metadata',
  'rxjs',
  'temporal-polyfill',
  'typeorm',
];

process.once('disconnect', () => process.exit());
const told = once(process, 'message').then(([program]) => {
  // All that it says of time counts from here.
  performance.mark('told to start');
  return program;
});
// One that is missing is missed by whoever needs it.
await Promise.allSettled(packages.map((name) => import(name)));
const program = await told;
process.removeAllListeners('disconnect');
process.disconnect();
process.argv = [process.argv[0], program];
await import(pathToFileURL(program).href);
