import type { DeliverMessageDto, TellMessageDto } from '#contracts';
import { normaliseInstant, type ThreadId } from '#domain';
import { acceptedWork, questionOf } from '../conversation/conversation.dto-mapping.js';
import type { ToldMessage } from './tell-message.js';

type Said = Omit<TellMessageDto, 'channel' | 'externalId' | 'fileIds'> & Pick<DeliverMessageDto, 'externalId'>;

/** @throws DomainError `time.bad-instant` */
export const toldMessage = (
  body: Said,
  origin: Pick<ToldMessage, 'channel' | 'externalId' | 'origin'>,
): Omit<ToldMessage, 'fileIds'> => ({
  ...origin,
  automatic: false,
  writtenBy: body.writtenBy,
  text: body.text,
  subject: body.subject ?? null,
  threadId: (body.threadId ?? null) as ThreadId | null,
  repliesTo: body.repliesTo === undefined ? [] : [body.repliesTo],
  saidAt: normaliseInstant(body.saidAt, ['saidAt']),
  question: questionOf(body),
  promise: body.promiseKeptBy === undefined ? null : { keptBy: body.promiseKeptBy },
  keepsPromise: body.keepsPromise ?? false,
  accepts: acceptedWork(body),
  asksForChange: body.asksForChange ?? false,
});
