import { hashSecret } from '#platform/security';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '../command-of.js';
import { SessionStore } from './session.store.js';

export class EndSession extends commandOf<{ refreshToken: string; now: string }, void>() {}

/** Ends the family of a refresh token; an unknown one is no error, so that nothing is told by it. */
@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession> {
  constructor(private readonly sessions: SessionStore) {}

  execute(command: EndSession): Promise<void> {
    return this.sessions.endFamily(hashSecret(command.refreshToken), command.now);
  }
}
