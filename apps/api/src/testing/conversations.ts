import type { MessageDto, ThreadDto } from '#contracts';
import { dayAheadOf } from './days.js';
import type { Engaged } from './engagements.js';
import type { SignedIn } from './people.js';
import type { TestApi } from './test-api.js';

/** A thread in one of the channels of the fixtures' needs. */
export async function aThread(api: TestApi, { id, business }: Engaged, subject = 'The inbox'): Promise<ThreadDto> {
  const opened = await api.http
    .post(`/v1/engagements/${id}/threads`)
    .set(business.headers())
    .send({ subject, channel: 'email' })
    .expect(201);
  return opened.body as ThreadDto;
}

/** A message of somebody in a thread, and whatever else is sent along. */
export async function aMessage(
  api: TestApi,
  thread: Pick<ThreadDto, 'id' | 'engagementId'>,
  by: SignedIn,
  also: object = {},
): Promise<MessageDto> {
  const sent = await api.http
    .post(`/v1/engagements/${thread.engagementId}/messages`)
    .set(by.headers())
    .send({ threadId: thread.id, text: 'How is it going?', ...also })
    .expect(201);
  return sent.body as MessageDto;
}

/** Something that the business asked, which is open. */
export async function aQuestion(api: TestApi, engaged: Engaged): Promise<{ threadId: string; messageId: string }> {
  const thread = await aThread(api, engaged);
  const { id } = await aMessage(api, thread, engaged.business, { expectsAnswer: true });
  return { threadId: thread.id, messageId: id };
}

/** What the business proposes: another channel than the fixtures' from the day after tomorrow on. */
export async function aChannelSwitch(api: TestApi, { id, business }: Engaged): Promise<string> {
  const startsOn = dayAheadOf(api.clock, 2);
  const { body } = await api.http
    .post(`/v1/engagements/${id}/channel-switches`)
    .set(business.headers())
    .send({ from: 'email', to: 'helpdesk', startsOn })
    .expect(201);
  return body.id as string;
}

/** Where a channel of the business sends its messages. */
export async function aChannelHook(api: TestApi, { id, business }: Engaged): Promise<string> {
  const made = await api.http
    .post(`/v1/engagements/${id}/channel-hooks`)
    .set(business.headers())
    .send({ channel: 'chat' })
    .expect(201);
  return made.body.id as string;
}
