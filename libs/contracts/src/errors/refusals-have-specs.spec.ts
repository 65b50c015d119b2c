import { readdirSync, readFileSync } from 'node:fs';
import { absenceErrors } from './absence.errors.js';
import { accessGrantErrors } from './access-grant.errors.js';
import { agreementErrors } from './agreement.errors.js';
import { bookingErrors } from './booking.errors.js';
import { clearanceErrors } from './clearance.errors.js';
import { conversationErrors } from './conversation.errors.js';
import { disputeErrors } from './dispute.errors.js';
import { dutyRunErrors } from './duty-run.errors.js';
import { engagementErrors } from './engagement.errors.js';
import { holidaysErrors } from './holidays.errors.js';
import { hourPackErrors } from './hour-pack.errors.js';
import { mailboxErrors } from './mailbox.errors.js';
import { notificationErrors } from './notification.errors.js';
import { proposalErrors } from './proposal.errors.js';
import { quoteErrors } from './quote.errors.js';
import { responseTimeErrors } from './response-time.errors.js';
import { substitutionErrors } from './substitution.errors.js';
import { suggestionErrors } from './suggestion.errors.js';
import { timeEntryErrors } from './time-entry.errors.js';
import { timeErrors } from './time.errors.js';
import { trainingErrors } from './training.errors.js';

/** From a proposal to the end of an engagement. */
const codes = [
  absenceErrors,
  accessGrantErrors,
  agreementErrors,
  bookingErrors,
  clearanceErrors,
  conversationErrors,
  disputeErrors,
  dutyRunErrors,
  engagementErrors,
  holidaysErrors,
  hourPackErrors,
  mailboxErrors,
  notificationErrors,
  proposalErrors,
  quoteErrors,
  responseTimeErrors,
  substitutionErrors,
  suggestionErrors,
  timeEntryErrors,
  timeErrors,
  trainingErrors,
].flatMap((table) => Object.keys(table));

const repository = new URL('../../../../../', import.meta.url);

/** What all specs say in code form, which they do of refusals that they expect; this one names none. */
function namedInSpecs(): ReadonlySet<string> {
  const texts = ['apps', 'libs', 'tools'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, repository), { recursive: true, encoding: 'utf8' })
      .filter((file) => /[.-]spec\.tsx?$/.test(file) && !file.includes('node_modules'))
      .map((file) => readFileSync(new URL(`${folder}/${file}`, repository), 'utf8')),
  );
  return new Set(texts.flatMap((text) => text.match(/(?<![\w.-])[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*/g) ?? []));
}

describe('a refusal in the course of an engagement', () => {
  it('is expected by its code in some spec', () => {
    const named = namedInSpecs();
    expect(codes.length).toBeGreaterThan(250);
    expect(codes.filter((code) => !named.has(code))).toEqual([]);
  });
});
