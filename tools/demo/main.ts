import { argumentsOf, endAsMisused } from '#platform/processes';
import { demoAdministrator } from '../../apps/all-in-one/src/demo-data/index.js';
import { startAllInOne } from '../start/own-all-in-one.js';
import { playJourney } from './journey.js';

const values = argumentsOf(
  'npm run demo -- [options]: plays the whole journey as a story, on an all-in-one of its own or at --url.',
  { url: { type: 'string' } },
);
if (values.url !== undefined && !URL.canParse(values.url))
  endAsMisused(`--url takes an address, and not ${values.url}.`);
const administrator = {
  email: process.env['AJUDANT_ADMIN_EMAIL'] ?? demoAdministrator.email,
  password: process.env['AJUDANT_ADMIN_PASSWORD'] ?? demoAdministrator.password,
};
// Without an address the story gets an all-in-one of its own, whose holds are short enough to see one expire.
const own = values.url === undefined ? await startAllInOne({ AJUDANT_HOLD_MINUTES: '1' }) : null;
try {
  await playJourney(values.url ?? own!.url, administrator);
  console.log('\nThe whole journey went as it should.');
} catch (error) {
  console.error(`\nThe journey ended early: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await own?.stop();
}
