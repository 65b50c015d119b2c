import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { hashSecret } from '#platform/security';
import { SessionStore } from './session.store.js';

export class EndSession extends Command<void> {
  constructor(
    readonly refreshToken: string,
    readonly now: string,
  ) {
    super();
  }
}

/** Ends the family of a refresh token; an unknown one is no error, so that nothing is told by it. */
@CommandHandler(EndSession)
export class EndSessionHandler implements ICommandHandler<EndSession> {
  constructor(private readonly sessions: SessionStore) {}

  execute(command: EndSession): Promise<void> {
    return this.sessions.endFamily(hashSecret(command.refreshToken), command.now);
  }
}
