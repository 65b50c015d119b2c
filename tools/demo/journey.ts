import type {
  AgencyDto,
  AgreementDto,
  AssistantDto,
  BookingDto,
  ChecklistsDto,
  DutyRunDto,
  DutyRunPageDto,
  DutySuggestionsDto,
  EngagementDto,
  InvoiceDto,
  NeedDto,
  ProposalDto,
  QuoteDto,
  ReviewDto,
  RosterReportDto,
  ScorecardDto,
  ShortlistDto,
} from '#contracts';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  clearWorkplace,
  daysFromNow,
  DemoClient,
  demoPassword,
  ensureAssessor,
  UnexpectedAnswer,
} from '../../apps/all-in-one/src/demo-data/index.js';
import { amount, StoryFailure, Storyteller } from './storyteller.js';

/** Status of an answer that isn't there yet. */
const stillPreparing = 202;
const mostAsked = 60;

/** Who takes part, each as they talk to the API. */
type Cast = Readonly<Record<'administrator' | 'agency' | 'anybody' | 'assessor' | 'business', DemoClient>> & {
  readonly agencyId: string;
};

const run = randomBytes(4).toString('hex');
const example = async <T>(name: string): Promise<T> => JSON.parse(await readFile(`examples/${name}`, 'utf8')) as T;

/** Plays the whole journey over HTTP. @throws StoryFailure where something isn't as it should be */
export async function playJourney(url: string, login: { email: string; password: string }): Promise<void> {
  const story = new Storyteller();
  const cast = await gather(story, url, login);
  const assistant = await listAndClear(story, cast);
  const need = await describeNeed(story, cast);
  await readShortlist(story, cast, need, assistant);
  const agreement = await agree(story, cast, need, assistant);
  await book(story, cast, agreement);
  const lapsing = await bookInstantlyAndCancel(story, cast, assistant);
  await work(story, cast, agreement.id);
  await endAndReview(story, cast, agreement.id);
  await letHoldExpire(story, cast, lapsing);
}

async function gather(story: Storyteller, url: string, login: { email: string; password: string }): Promise<Cast> {
  story.chapter('An agency registers, and an administrator verifies it');
  const anybody = new DemoClient(url);
  const administrator = await anybody.signIn(login.email, login.password);
  if (administrator === null) throw new StoryFailure(`nobody can sign in as ${login.email}`);
  const email = `olga-${run}@example.org`;
  const registered = await anybody.post<AgencyDto>('/v1/agencies', {
    body: {
      name: `Bona Ajuda ${run}`,
      countryCode: 'ES',
      vatId: 'ESB66000001',
      contactEmail: email,
      owner: { displayName: 'Olga', email, password: demoPassword },
    },
  });
  const agency = (await anybody.signIn(email, demoPassword))!;
  const agencyId = registered.body.id;
  const verification = `/v1/agencies/${agencyId}/verification`;
  const verified = await administrator.put<AgencyDto>(verification, {
    etag: registered.etag,
    body: { note: 'Registry extract and insurance seen' },
  });
  story.expect(verified.body.status === 'verified', 'the agency is verified');
  story.say(`${verified.body.name} (${verified.body.countryCode}) is ${verified.body.status}.`);
  const assessor = await ensureAssessor(anybody, agency, {
    email: `pau-${run}@example.org`,
    password: demoPassword,
    displayName: 'Pau Ferran',
  });
  const owner = { displayName: 'Berta', email: `berta-${run}@example.org`, password: demoPassword };
  await anybody.post('/v1/businesses', {
    body: {
      name: `Forn Vell ${run}`,
      countryCode: 'ES',
      vatId: 'ESB66000019',
      sector: 'bakery',
      timeZone: 'Europe/Madrid',
      contactEmail: owner.email,
      owner,
    },
  });
  const business = (await anybody.signIn(owner.email, demoPassword))!;
  return { anybody, administrator, agency, agencyId, assessor, business };
}

async function listAndClear(story: Storyteller, cast: Cast): Promise<AssistantDto> {
  story.chapter('The agency lists its assistants: a roster file, and one by hand');
  const csv = { contentType: 'text/csv', body: await readFile('examples/roster-with-errors.csv', 'utf8') };
  const { body: report } = await cast.agency.post<RosterReportDto>('/v1/assistants/import', csv);
  story.expect(report.created > 0 && report.rejected.length > 0, 'good lines went in and bad ones were reported');
  story.say(`The roster: ${report.created} taken in, ${report.rejected.length} lines rejected.`);
  for (const { line, field, reason } of report.rejected) story.say(`  line ${line}, ${field ?? 'the line'}: ${reason}`);
  const { body: again } = await cast.agency.post<RosterReportDto>('/v1/assistants/import', csv);
  story.expect(again.created === 0 && again.updated === 0, 'importing the same file again changes nothing');
  story.say('The same file once more changes nothing.');
  const drafted = await cast.agency.post<AssistantDto>('/v1/assistants', { body: await example('assistant.json') });
  const publication = `/v1/assistants/${drafted.body.id}/publication`;
  const { body: assistant } = await cast.agency.post<AssistantDto>(publication, { etag: drafted.etag });
  story.say(
    `${assistant.displayName}, ${assistant.professionalTitle}, is listed at ${amount(assistant.hourlyRate)} an hour.`,
  );

  story.chapter('A named assessor clears the workplace at home');
  const { body: checklists } = await cast.anybody.get<ChecklistsDto>('/v1/clearance-checklists');
  const cleared = await clearWorkplace({ owner: cast.agency, assessor: cast.assessor }, assistant.id, 'es', checklists);
  story.expect(cleared.status === 'granted', 'the clearance is granted');
  story.say(
    `${cleared.answers.length} questions of the Spanish rules answered; ${cleared.assessor?.name} cleared it until ${cleared.validUntil}.`,
  );
  return assistant;
}

/** What the matcher prepares; a machine that is busy may take longer than the api lets anybody wait at a time. */
async function untilThere<Body>(business: DemoClient, path: string): Promise<{ readonly body: Body }> {
  for (let asked = 1; ; asked += 1) {
    const answer = await business.get<Body>(path, { prefer: 'wait=5' });
    if (answer.status !== stillPreparing || asked === mostAsked) return answer;
  }
}

async function describeNeed(story: Storyteller, { business }: Cast): Promise<NeedDto> {
  story.chapter('A bakery says what hurts, in plain words');
  const draft = await example<{ words: string }>('need.json');
  const { body: need } = await business.post<NeedDto>('/v1/needs', {
    body: { ...draft, startsOn: daysFromNow(0), endsOn: daysFromNow(27) },
  });
  story.say(`"${draft.words}"`);
  const path = `/v1/needs/${need.id}`;
  const { body: suggested } = await untilThere<DutySuggestionsDto>(business, `${path}/suggested-duties`);
  story.expect(suggested.items.length > 0 && !suggested.abstained, 'duties are suggested');
  for (const { label, confidence, evidence } of suggested.items.slice(0, 4)) {
    story.say(`${confidence.toFixed(2)}  ${label}  (from "${evidence.map(({ words }) => words).join('", "')}")`);
  }
  const { body: unclear } = await business.post<DutySuggestionsDto>('/v1/duty-suggestions', {
    body: { text: 'I want to sell my boat' },
  });
  story.expect(unclear.abstained, 'it says so when it can not tell');
  story.say('"I want to sell my boat": it says that it can not tell.');

  story.chapter('The bakery edits the suggestions into duty lines and posts the need');
  const lines = await example<{ dutyCode: string; volume: number; cadence: string }[]>('duty-lines.json');
  await business.patch(path, { etag: `"${need.version}"`, body: { lines } });
  const { body: posted } = await business.post<NeedDto>(`${path}/posting`);
  story.expect(posted.status === 'posted', 'the need is posted');
  for (const { dutyCode, volume, cadence } of posted.lines) story.say(`${dutyCode}: ${volume} ${cadence}`);
  return posted;
}

async function readShortlist(
  story: Storyteller,
  { business }: Cast,
  need: NeedDto,
  assistant: AssistantDto,
): Promise<void> {
  story.chapter('The matcher prepares a shortlist, and says why');
  const { body: shortlist } = await untilThere<ShortlistDto>(business, `/v1/needs/${need.id}/shortlist`);
  story.expect(shortlist.entries.length > 0, 'there is a shortlist');
  story.say(`${shortlist.entries.length} of ${shortlist.considered} fit.`);
  for (const entry of shortlist.entries.slice(0, 3)) {
    const parts = entry.explanation.parts.map(({ part, points }) => `${part} ${points.toFixed(3)}`).join(' + ');
    const total = entry.explanation.parts.reduce((sum, { points }) => sum + points, 0);
    story.expect(Math.abs(total - entry.score) < 1e-6, 'the parts add up to the score');
    story.say(`${entry.rank}. ${entry.displayName} (${entry.agencyName}) ${entry.score.toFixed(3)} = ${parts}`);
  }
  const place = shortlist.entries.find((entry) => entry.assistantId === assistant.id);
  story.expect(place !== undefined, `${assistant.displayName} is on the shortlist`);
  const [hours] = place!.explanation.sharedHours;
  story.say(
    `${assistant.displayName} is number ${place!.rank}: first shared hours ${hours?.start} to ${hours?.end}, weekday ${hours?.weekday}.`,
  );
  for (const { displayName, failedFilter, shortfall } of shortlist.nearMisses.slice(0, 2)) {
    const missing = Object.values(shortfall ?? {}).find((part) => part !== null && !(Array.isArray(part) && !part[0]));
    story.say(`Near miss: ${displayName}, only ${failedFilter} fails: ${JSON.stringify(missing)}.`);
  }
}

async function agree(story: Storyteller, cast: Cast, need: NeedDto, assistant: AssistantDto): Promise<AgreementDto> {
  story.chapter('The agency proposes, with a suggestion; the bakery takes it up');
  const { body: made } = await cast.agency.post<ProposalDto>('/v1/proposals', {
    body: { ...(await example<object>('proposal.json')), needId: need.id, assistantId: assistant.id },
  });
  const [suggestion] = made.suggestions;
  story.say(
    `Suggestion: ${suggestion?.title}. Today: ${suggestion?.baseline}. Expected: ${suggestion?.expectedEffect}.`,
  );
  await cast.business.put(`/v1/proposals/${made.id}/adopted-suggestions`, {
    etag: `"${made.version}"`,
    body: { suggestionIds: [suggestion!.suggestionId] },
  });
  const { body: accepted } = await cast.business.post<ProposalDto>(`/v1/proposals/${made.id}/acceptance`, { body: {} });
  const path = `/v1/agreements/${accepted.agreementId}`;

  story.chapter('Both sides accept the same version of the agreement, known by its hash');
  const { body: draft } = await cast.business.get<AgreementDto>(path);
  const version = draft.versions.at(-1)!;
  for (const line of version.lines) {
    story.expect(line.accountable.length === 1, 'each line has exactly one accountable');
    story.say(`${line.description}: ${line.accountable[0]!.party} answers for it; done when: ${line.doneCriterion}`);
  }
  story.expect(version.channels.length <= 2, 'there are at most two channels');
  const { body: quote } = await cast.business.get<QuoteDto>(`${path}/quote`);
  for (const line of quote.lines)
    story.say(`${line.lineId}: ${line.quantity} x ${amount(line.unitPrice)} = ${amount(line.subtotal)}`);
  const whole = quote.lines.reduce((sum, line) => sum + line.total.amountMinor, 0);
  story.expect(whole === quote.total.amountMinor, 'the lines add up to the quote');
  story.say(
    `Subtotal ${amount(quote.subtotal)}, commission ${amount(quote.commission)}, tax ${amount(quote.tax)} (${quote.taxNote}), total ${amount(quote.total)}.`,
  );
  const body = { contentHash: version.contentHash };
  await cast.agency.post(`${path}/acceptances`, { body });
  const { body: agreement } = await cast.business.post<AgreementDto>(`${path}/acceptances`, { body });
  story.expect(agreement.status === 'accepted', 'the agreement is accepted');
  story.say(
    `Version ${version.number} (${version.contentHash.slice(0, 12)}…) is in force. Channels: ${version.channels.join(', ')}.`,
  );
  return agreement;
}

const mornings = {
  timeZone: 'Europe/Madrid',
  weeklyHours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '09:00', end: '10:00' })),
};

async function book(story: Storyteller, { business }: Cast, agreement: AgreementDto): Promise<void> {
  story.chapter('The bakery books weekly hours: held, cleared, confirmed');
  const weekly = { ...mornings, startsOn: daysFromNow(1), endsOn: daysFromNow(26) };
  const { body: held } = await business.post<BookingDto>('/v1/bookings', {
    body: { agreementId: agreement.id, weekly },
  });
  story.say(`${held.slots.length} slots are held until ${held.holdExpiresAt}.`);
  const taken = await business
    .post('/v1/bookings', { body: { agreementId: agreement.id, slots: [held.slots[0]] } })
    .catch((error: unknown) => error);
  story.expect(taken instanceof UnexpectedAnswer && taken.status === 409, 'the same time can not be booked twice');
  const confirmation = `/v1/bookings/${held.id}/confirmation`;
  const { body: confirmed } = await business.post<BookingDto>(confirmation, { etag: `"${held.version}"` });
  story.expect(confirmed.status === 'confirmed', 'the booking is confirmed');
  story.say(`Confirmed. Booking the first slot again is refused: ${(taken as UnexpectedAnswer).message.slice(0, 60)}…`);
}

async function work(story: Storyteller, cast: Cast, engagementId: string): Promise<void> {
  story.chapter('The work: done with minutes and evidence, accepted with a score');
  const path = `/v1/engagements/${engagementId}`;
  const { body: runs } = await cast.agency.get<DutyRunPageDto>(`${path}/duty-runs`);
  const open = runs.items.filter(({ opensAt, status }) => status === 'scheduled' && Date.parse(opensAt) <= Date.now());
  story.expect(open.length >= 2, 'work has fallen due');
  for (const [index, one] of open.entries()) {
    const of = `${path}/duty-runs/${one.id}`;
    // Of the last one a unit is left over.
    const quantity = index === open.length - 1 ? Math.max(1, one.volume - 1) : one.volume;
    const evidence = [{ kind: 'note', value: `${quantity} done; the list is in the shared folder` }];
    const { body: done } = await cast.agency.post<DutyRunDto>(`${of}/done`, {
      body: { quantity, minutes: 90, evidence },
    });
    story.expect(done.status === 'done', 'the run is done');
    if (index === 0) {
      await cast.business.post(`${of}/return`, { body: { reason: 'Two mails of Monday have no label' } });
      await cast.agency.post(`${of}/done`, { body: { quantity, minutes: 10, evidence } });
      story.say(`${one.description}: returned once ("Two mails of Monday have no label"), done again.`);
    }
    const { body: accepted } = await cast.business.post<DutyRunDto>(`${of}/acceptance`, {
      body: { quality: 5 - (index % 2), ...(quantity < one.volume && { rest: 'waived' }) },
    });
    story.expect(accepted.status === 'accepted', 'the run is accepted');
    story.say(`${one.description}: ${quantity} ${one.unit}, accepted with ${accepted.quality} of 5.`);
    if (accepted.rest !== null)
      story.say(`The rest of ${accepted.rest.quantity} is waived; it could be carried over, too.`);
  }
  const { body: card } = await cast.business.get<ScorecardDto>(`${path}/scorecard`);
  story.say(
    `Scorecard: ${card.doneOnTime} of ${card.done} on time, ${card.acceptedFirstTime} accepted first time, quality ${card.meanQuality}.`,
  );

  story.chapter('The invoice of the period, never beyond the quote');
  const { body: invoice } = await cast.agency.post<InvoiceDto>('/v1/invoices', {
    body: { engagementId, periodFrom: daysFromNow(0), periodTo: daysFromNow(0) },
  });
  const { body: quote } = await cast.business.get<QuoteDto>(`/v1/agreements/${engagementId}/quote`);
  story.expect(invoice.total.amountMinor <= quote.total.amountMinor, 'the invoice stays within the quote');
  for (const line of invoice.lines)
    story.say(`${line.description}: ${line.quantity} x ${amount(line.unitPrice)} = ${amount(line.amount)}`);
  story.say(`Invoice ${invoice.number}: total ${amount(invoice.total)} of the quoted ${amount(quote.total)}.`);
}

async function endAndReview(story: Storyteller, cast: Cast, engagementId: string): Promise<void> {
  story.chapter('The engagement ends, and both review each other');
  const { body: ended } = await cast.business.post<EngagementDto>(`/v1/engagements/${engagementId}/end`, {
    body: { reason: 'The season is over' },
  });
  story.expect(ended.status === 'ended', 'the engagement has ended');
  const { body: review } = await cast.business.post<ReviewDto>('/v1/reviews', {
    body: { engagementId, score: 5, text: 'Mornings are for baking again.' },
  });
  await cast.agency.post('/v1/reviews', { body: { engagementId, score: 5, text: 'Clear about what they need.' } });
  story.say(`The bakery gives ${review.score} of 5: "${review.text}"`);
}

async function bookInstantlyAndCancel(story: Storyteller, cast: Cast, assistant: AssistantDto): Promise<BookingDto> {
  story.chapter('Help at once: an instant booking at the listed rate, and its cancellation');
  const need = await postNeedForHelpAtOnce(cast);
  const { body: agreement } = await cast.business.post<AgreementDto>('/v1/agreements', {
    body: { needId: need.id, assistantId: assistant.id },
  });
  const { contentHash } = agreement.versions.at(-1)!;
  await cast.business.post(`/v1/agreements/${agreement.id}/acceptances`, { body: { contentHash } });
  const weekly = {
    ...mornings,
    weeklyHours: [{ weekday: 3, start: '14:00', end: '15:00' }],
    startsOn: daysFromNow(3),
    endsOn: daysFromNow(20),
  };
  const { body: booking } = await cast.business.post<BookingDto>('/v1/bookings', {
    body: { agreementId: agreement.id, weekly, confirm: true },
  });
  story.expect(booking.status === 'confirmed', 'the instant booking is confirmed at once');
  story.say(`${booking.slots.length} slots booked in one go.`);
  const of = `/v1/bookings/${booking.id}`;
  const last = booking.slots.at(-1)!;
  const { body: shorter } = await cast.business.post<BookingDto>(`${of}/cancellation`, {
    etag: `"${booking.version}"`,
    body: { reason: 'A holiday', slots: [last.startAt] },
  });
  story.expect(shorter.slots.length === booking.slots.length - 1, 'one slot is called off');
  const { startAt, endAt } = shorter.slots[0]!;
  const later = { startAt: endAt, endAt: new Date(Date.parse(endAt) + 3_600_000).toISOString() };
  const { body: moved } = await cast.business.post<BookingDto>(`${of}/rescheduling`, {
    etag: `"${shorter.version}"`,
    body: { moves: [{ startAt, to: later }] },
  });
  story.expect(moved.slots[0]?.startAt === later.startAt, 'one slot is moved');
  story.say('The last one is called off alone, and the first one moved by an hour.');
  const { body: cancelled } = await cast.business.post<BookingDto>(`${of}/cancellation`, {
    etag: `"${moved.version}"`,
    body: { reason: 'The oven is being repaired' },
  });
  story.expect(cancelled.status === 'cancelled', 'the booking is cancelled');
  story.say(`Cancelled in time: a late fee of ${amount(cancelled.lateFee!)}.`);
  const [slot] = booking.slots;
  const { body: lapsing } = await cast.business.post<BookingDto>('/v1/bookings', {
    body: { agreementId: agreement.id, slots: [slot] },
  });
  story.say('Its first slot is free again; it is held once more, and left alone.');
  return lapsing;
}

/** The first need is filled by the proposal that was accepted. */
async function postNeedForHelpAtOnce({ business }: Cast): Promise<NeedDto> {
  const draft = await example<object>('need.json');
  const [line] = await example<object[]>('duty-lines.json');
  const body = {
    ...draft,
    lines: [line],
    startsOn: daysFromNow(0),
    endsOn: daysFromNow(27),
    minOverlapMinutesPerWeek: 60,
  };
  const { body: need } = await business.post<NeedDto>('/v1/needs', { body });
  return (await business.post<NeedDto>(`/v1/needs/${need.id}/posting`)).body;
}

/** Holds that last longer than this are released instead of waited for. */
const patienceMs = 100_000;

async function letHoldExpire(story: Storyteller, { business }: Cast, held: BookingDto): Promise<void> {
  story.chapter('A hold that nobody confirms expires by itself');
  const leftMs = Date.parse(held.holdExpiresAt!) - Date.now();
  if (leftMs > patienceMs) {
    const { body } = await business.post<BookingDto>(`/v1/bookings/${held.id}/release`, { etag: `"${held.version}"` });
    story.say(`It would last until ${held.holdExpiresAt}, so it is let go: ${body.status}.`);
    return;
  }
  story.say(`Waiting for ${held.holdExpiresAt} …`);
  for (const until = Date.now() + leftMs + 30_000; Date.now() < until; await sleep(1_000)) {
    const { body } = await business.get<BookingDto>(`/v1/bookings/${held.id}`);
    if (body.status !== 'expired') continue;
    story.say('It has expired, and its time is free again.');
    return;
  }
  story.expect(false, 'the hold has expired');
}
