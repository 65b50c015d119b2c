import type { Actor } from '#access';
import type { ChannelSwitchId, MessageId, Side, ThreadId } from '#domain';
import { CommandBus } from '@nestjs/cqrs';
import { v7 as uuidv7 } from 'uuid';
import { OpenThread } from '../conversation/open-thread.js';
import { SendMessage, type WrittenMessage } from '../conversation/send-message.js';
import { SettleMessage } from '../conversation/settle-message.js';
import { TellMessage, type ToldMessage } from '../outside-messages/tell-message.js';
import { partyOf } from '../party-of.js';
import { aBookableAssistant } from '../testing/bookable.js';
import { dayAheadOf } from '../testing/days.js';
import { anEngagement } from '../testing/engagements.js';
import { NoTransport } from '../testing/no-transport.js';
import { testApi, testApiOn } from '../testing/test-api.js';
import { AnswerSwitch } from './answer-switch.js';
import { ProposeSwitch } from './propose-switch.js';

const operations = 5_000;
/** Against a machine that is busy with other things. */
const patienceMs = 900_000;
const together = 20;
const channels = ['email', 'chat', 'phone', 'video', 'helpdesk', 'project-board'] as const;
type Channel = (typeof channels)[number];

/** What a message leaves open in the model, and what became of it. */
interface Known {
  readonly id: string;
  readonly threadId: ThreadId;
  readonly by: Side;
  readonly externalId: string | null;
  readonly waitsFor: Side | null;
  readonly kind: 'question' | 'promise' | null;
  settled: boolean;
}
/** What two sides have said to each other, as anybody would keep it on paper. */
interface Talk {
  readonly id: string;
  readonly actors: Readonly<Record<Side, Actor>>;
  readonly threads: ThreadId[];
  readonly known: Map<string, Known>;
  readonly told: Map<string, { readonly told: ToldMessage; readonly by: Side; readonly messageId: string }>;
  agreed: [Channel, Channel];
}

const seed = Date.now() % 1_000_000;
/** mulberry32: small, and the same for the same seed. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const random = randomOf(seed);
const chance = (share: number): boolean => random() < share;
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
const other = (side: Side): Side => (side === 'agency' ? 'business' : 'agency');

// What follows from events is told of elsewhere, and would be most of the work.
const first = await testApi(undefined, undefined, new NoTransport());
let api = first;
let daysAhead = 0;
const { owner } = first;
afterAll(async () => {
  if (api !== first) await api.close();
  await first.close();
});

const run = <Result>(command: unknown): Promise<Result> =>
  api.app.get(CommandBus, { strict: false }).execute(command as never) as Promise<Result>;
const now = (): string => api.clock.now();

async function restart(): Promise<void> {
  const next = await testApiOn(first.databaseUrl, undefined, undefined, new NoTransport());
  next.clock.advance({ days: daysAhead });
  if (api !== first) await api.close();
  api = next;
}

const actorOf = async (organisationId: string, organisationKind: 'agency' | 'business'): Promise<Actor> => {
  const { rows } = await owner.query('SELECT user_id AS id FROM api.membership WHERE organisation_id = $1', [
    organisationId,
  ]);
  return {
    userId: rows[0].id as string,
    organisationId,
    organisationKind,
    roles: [`${organisationKind}.owner`],
    scopes: 'all',
    via: 'token',
    isConfirmed: true,
    assistantId: null,
    sessionId: null,
    key: null,
  };
};

/** Something that is written or told next; the model changes once it is done. */
async function say(talk: Talk): Promise<void> {
  const side: Side = chance(0.5) ? 'agency' : 'business';
  const open = [...talk.known.values()].filter(({ kind, settled }) => kind !== null && !settled);
  const repliesTo = open.length > 0 && chance(0.4) ? oneOf(open) : null;
  const leaves = chance(0.3) ? 'question' : chance(0.2) ? 'promise' : null;
  const keepsPromise = repliesTo?.kind === 'promise' && repliesTo.waitsFor === side && chance(0.7);
  const said = {
    text: `No. ${talk.known.size} of ${side}`,
    question: leaves === 'question' ? { answerBy: null } : null,
    promise: leaves === 'promise' ? { keptBy: new Date(Date.parse(now()) + 86_400_000).toISOString() } : null,
    accepts: null,
    asksForChange: false,
    fileIds: [],
  };
  // Two that settle the same item at once may come in either order; what replies is left to come one by one.
  if (repliesTo !== null) {
    if (chance(0.5)) await write(talk, side, { ...said, keepsPromise }, repliesTo);
    else await tell(talk, side, { ...said, keepsPromise }, repliesTo);
    return;
  }
  if (chance(0.6)) await write(talk, side, { ...said, keepsPromise: false }, null);
  else await tell(talk, side, { ...said, keepsPromise: false }, null);
}

type Said = Pick<
  WrittenMessage,
  'accepts' | 'asksForChange' | 'fileIds' | 'keepsPromise' | 'promise' | 'question' | 'text'
>;

async function write(talk: Talk, side: Side, said: Said, repliesTo: Known | null): Promise<void> {
  const messageId = uuidv7() as MessageId;
  const threadId = repliesTo?.threadId ?? oneOf(talk.threads);
  const written = { ...said, threadId, repliesTo: repliesTo?.id ?? null };
  await run(new SendMessage({ actor: talk.actors[side], now: now(), engagementId: talk.id, messageId, written }));
  keep(talk, side, { id: messageId, threadId, said, repliesTo, counts: true, externalId: null });
}

async function tell(talk: Talk, side: Side, said: Said, repliesTo: Known | null): Promise<void> {
  const channel = chance(0.7) ? oneOf(talk.agreed) : oneOf(channels);
  const counts = talk.agreed.includes(channel);
  const threadId = repliesTo?.threadId ?? oneOf(talk.threads);
  const told: ToldMessage = {
    ...said,
    keepsPromise: said.keepsPromise && counts,
    channel,
    origin: oneOf(['api', 'email', 'webhook'] as const),
    externalId: `outside-${uuidv7()}`,
    automatic: false,
    writtenBy: side,
    subject: null,
    threadId,
    repliesTo: repliesTo === null ? [] : [repliesTo.externalId ?? repliesTo.id],
    saidAt: now(),
  };
  const { messageId, isNew } = await deliver(talk, side, told);
  expect(isNew).toBe(true);
  talk.told.set(messageId, { told, by: side, messageId });
  const taken = { ...said, keepsPromise: told.keepsPromise };
  keep(talk, side, { id: messageId, threadId, said: taken, repliesTo, counts, externalId: told.externalId });
}

const deliver = (talk: Talk, side: Side, told: ToldMessage): Promise<{ messageId: string; isNew: boolean }> => {
  const actor = talk.actors[side];
  const scope = { kind: 'organisation', organisationId: actor.organisationId } as const;
  return run(new TellMessage({ by: partyOf(actor), scope, engagementId: talk.id, told, now: now() }));
};

function keep(
  talk: Talk,
  side: Side,
  {
    id,
    threadId,
    said,
    repliesTo,
    counts,
    externalId,
  }: {
    id: string;
    threadId: ThreadId;
    said: Said;
    repliesTo: Known | null;
    counts: boolean;
    externalId: string | null;
  },
): void {
  const kind = said.question !== null ? 'question' : said.promise !== null ? 'promise' : null;
  const waitsFor = kind === null ? null : kind === 'question' ? other(side) : side;
  talk.known.set(id, { id, threadId, by: side, externalId, kind, waitsFor, settled: false });
  if (repliesTo === null || !counts || repliesTo.waitsFor !== side) return;
  if (repliesTo.kind === 'question' || said.keepsPromise) repliesTo.settled = true;
}

/** What was told before is told again, by either side's program. */
async function tellAgain(talk: Talk): Promise<void> {
  const told = [...talk.told.values()];
  if (told.length === 0) return;
  const { told: same, by, messageId } = oneOf(told);
  expect(await deliver(talk, by, same)).toEqual({ messageId, isNew: false });
}

async function settle(talk: Talk): Promise<void> {
  const open = [...talk.known.values()].filter(({ kind, settled }) => kind !== null && !settled);
  if (open.length === 0) return;
  const item = oneOf(open);
  const as = chance(0.5) ? 'withdrawn' : item.kind === 'question' ? 'answered' : 'kept';
  const actor = talk.actors[other(item.waitsFor!)];
  await run(new SettleMessage({ actor, now: now(), parentId: talk.id, id: item.id, expectedVersion: null, as }));
  item.settled = true;
}

async function switchChannel(talks: readonly Talk[]): Promise<void> {
  const talk = oneOf(talks);
  const [from, to] = [oneOf(talk.agreed), oneOf(channels.filter((channel) => !talk.agreed.includes(channel)))];
  const switchId = uuidv7() as ChannelSwitchId;
  const startsOn = dayAheadOf(api.clock, 2);
  const side: Side = chance(0.5) ? 'agency' : 'business';
  const call = { actor: talk.actors[side], now: now() };
  await run(new ProposeSwitch({ ...call, switchId, engagementId: talk.id, from, to, startsOn }));
  const answering = {
    actor: talk.actors[other(side)],
    now: now(),
    parentId: talk.id,
    id: switchId,
    expectedVersion: null,
  };
  await run(new AnswerSwitch({ ...answering, answer: 'agreeToSwitch' }));
  daysAhead += 3;
  api.clock.advance({ days: 3 });
  talk.agreed = talk.agreed.map((channel) => (channel === from ? to : channel)) as [Channel, Channel];
}

describe('what two sides write to each other', () => {
  it(
    `is neither lost nor doubled in ${operations} messages, replies, switches and restarts (seed ${seed})`,
    async () => {
      const bookable = await aBookableAssistant(first);
      const talks: Talk[] = [];
      for (let count = 0; count < 4; count += 1) {
        const { id, agency, business } = await anEngagement(first, bookable);
        const actors = {
          agency: await actorOf(agency.organisationId, 'agency'),
          business: await actorOf(business.organisationId, 'business'),
        };
        const threads = [uuidv7(), uuidv7(), uuidv7()] as ThreadId[];
        for (const [index, threadId] of threads.entries()) {
          const channel = index === 0 ? 'chat' : 'email';
          const call = { actor: actors.business, now: now() };
          await run(new OpenThread({ ...call, engagementId: id, threadId, subject: `No. ${index}`, channel }));
        }
        talks.push({ id, actors, threads, known: new Map(), told: new Map(), agreed: ['email', 'chat'] });
      }
      for (let done = 0; done < operations; done += together) {
        // Each conversation by itself is written to in turn, and all at once.
        await Promise.all(
          talks.map(async (talk) => {
            for (let count = 0; count < together / talks.length; count += 1) {
              if (chance(0.08)) await settle(talk);
              else if (chance(0.1)) await tellAgain(talk);
              else await say(talk);
            }
          }),
        );
        if (done % 400 === 0) await switchChannel(talks);
        if (done % 1_000 === 0) await restart();
      }
      for (const talk of talks) await demandTheSame(talk);
    },
    patienceMs,
  );

  async function demandTheSame({ id, known }: Talk): Promise<void> {
    const { rows } = await owner.query(
      `SELECT id, number, thread_id AS "threadId", external_id AS "externalId", open_kind AS kind, waits_for AS "waitsFor",
              settled_at IS NOT NULL AS settled FROM api.message WHERE engagement_id = $1 ORDER BY number`,
      [id],
    );
    expect(rows.map(({ number }) => number as number)).toEqual(rows.map((_, index) => index + 1));
    const kept = rows.map(({ number: _number, ...row }) => row as object);
    const expected = [...known.values()].map(({ by: _by, ...message }) => message);
    const byId = (all: readonly object[]) => new Map(all.map((one) => [(one as { id: string }).id, one]));
    expect(byId(kept)).toEqual(byId(expected));
    expect(kept).toHaveLength(known.size);
    const { rows: events } = await owner.query(
      `SELECT type, count(*)::int AS told FROM (SELECT type, data FROM api.outbox UNION ALL SELECT type, data FROM api.journal) AS event
        WHERE data ->> 'engagementId' = $1 AND type IN ('message.sent.v1', 'message.settled.v1') GROUP BY type ORDER BY type`,
      [id],
    );
    expect(events).toEqual([
      { type: 'message.sent.v1', told: known.size },
      { type: 'message.settled.v1', told: [...known.values()].filter(({ settled }) => settled).length },
    ]);
  }
});
