import { applyEnvFile } from '#platform/config';
import { argumentsOf, endAsMisused } from '#platform/processes';
import { randomBytes } from 'node:crypto';
import { DemoClient, demoPassword, ensureDemoData } from '../../apps/all-in-one/src/demo-data/index.js';

/**
 * `npm run seed-demo -- --url http://127.0.0.1:8080`: fills a marketplace that runs with the demo's agencies, assistants and
 * businesses. Its administrator is the one of AJUDANT_ADMIN_EMAIL and AJUDANT_ADMIN_PASSWORD, as `.env` has them.
 */
applyEnvFile();
const { url, password: given } = argumentsOf(
  [
    'npm run seed-demo -- --url ADDRESS [--password VALUE]: fills a marketplace that runs with the demo.',
    'AJUDANT_ADMIN_EMAIL and AJUDANT_ADMIN_PASSWORD, or .env, say who administers it. All who come with the demo get the password;',
    'without one they get the known one of the demo on this machine, and elsewhere one that is made up and printed.',
  ].join('\n'),
  { url: { type: 'string' }, password: { type: 'string' } },
);
if (url === undefined || !URL.canParse(url)) endAsMisused('--url says where the marketplace is.');
const { AJUDANT_ADMIN_EMAIL: email, AJUDANT_ADMIN_PASSWORD: secret } = process.env;
if (!email || !secret) endAsMisused('AJUDANT_ADMIN_EMAIL and AJUDANT_ADMIN_PASSWORD say who administers it.');

const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname);
const password = given ?? (isHere ? demoPassword : randomBytes(12).toString('base64url'));
try {
  const outcome = await ensureDemoData(
    new DemoClient(url.replace(/\/$/, '')),
    { email, password: secret },
    console.log,
    { password },
  );
  if (outcome === 'no administrator') {
    console.error(`${email} can't sign in at ${url} with AJUDANT_ADMIN_PASSWORD.`);
    process.exitCode = 1;
  } else {
    console.log(
      outcome === 'filled' ? `Filled; everybody of the demo has the password ${password}.` : 'It is there already.',
    );
  }
} catch (error) {
  console.error(`${url} could not be filled: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
