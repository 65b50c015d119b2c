import { argumentsOf, endAsMisused } from '#platform/processes';
import { cpus, totalmem } from 'node:os';
import { load } from '../matching/figures.js';
import { bookingGrowth } from './booking-growth.js';
import { conclusion, type Findings, type Part } from './conclusion.js';
import { eventGrowth } from './event-growth.js';
import { matcherGrowth } from './matcher-growth.js';
import { supplyGrowth } from './supply-growth.js';

/**
 * `npm run bench:scale`: how Ajudant grows on one machine, as tables for docs/SCALE.md. Everything runs here: PostgreSQL, a broker, the
 * services and who asks them. Ten minutes as it stands; smaller by its options.
 */
const values = argumentsOf(
  'npm run bench:scale -- [options]: how it grows with assistants, matchers, bookings and events, as tables.',
  {
    parts: { type: 'string', default: 'supply,matchers,bookings,events' },
    assistants: { type: 'string', default: '10000,100000,1000000' },
    needs: { type: 'string', default: '100' },
    matchers: { type: 'string', default: '1,2,4' },
    'matchers-assistants': { type: 'string', default: '100000' },
    people: { type: 'string', default: '1,4,16' },
    rates: { type: 'string', default: '100,500,1000,2000' },
    seconds: { type: 'string', default: '15' },
  },
);
const numbers = (text: string): number[] => text.split(',').map(Number);
const step = (text: string): void => console.error(`  ${text}`);
const [needs, seconds, supply] = [values.needs, values.seconds, values['matchers-assistants']].map(Number) as [
  number,
  number,
  number,
];

const parts: Readonly<Record<string, { readonly title: string; readonly run: () => Promise<Part> }>> = {
  supply: {
    title: 'Assistants: one matcher, needs one after the other',
    run: () => supplyGrowth(numbers(values.assistants), needs, step),
  },
  matchers: {
    title: `Matchers: ${supply.toLocaleString('en')} assistants, eight businesses that post as quickly as they are answered`,
    run: () => matcherGrowth(numbers(values.matchers), supply, seconds, step),
  },
  bookings: {
    title: 'Bookings, held and confirmed in one request, alone and with what leads to them',
    run: () => bookingGrowth(numbers(values.people), seconds, step),
  },
  events: {
    title: 'Events, one in a transaction, from its commit to its consumer over Kafka',
    run: () => eventGrowth(numbers(values.rates), seconds, step),
  },
};

const chosen = values.parts.split(',');
const strangers = chosen.filter((name) => !(name in parts));
if (strangers.length > 0) endAsMisused(`--parts takes ${Object.keys(parts).join(', ')}, not ${strangers.join(', ')}.`);

const started = performance.now();
const memory = (totalmem() / 2 ** 30).toFixed(0);
console.log(`${cpus().length} cores, ${memory} GB, Node ${process.version}; ${load()} at the beginning`);
let found: Findings = {};
for (const name of chosen) {
  const { title, run } = parts[name]!;
  const part = await run();
  found = { ...found, ...part.found };
  console.log(`\n### ${title}\n\n${part.table}\n\n(${load()})`);
}
if (found.bookings !== undefined) console.log(`\n### What that comes to\n\n${conclusion(found)}`);
console.log(`\nIn all ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
