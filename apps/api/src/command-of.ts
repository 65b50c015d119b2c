import { Command } from '@nestjs/cqrs';

/**
 * Base of a command whose members have names where it is made:
 * `class CancelBooking extends commandOf<Change & { reason: string }, Versioned<Booking>>() {}`, and then
 * `new CancelBooking({ ...change, reason })`. The dispatcher knows what its handler answers.
 */
export function commandOf<Members extends object, Result>(): new (
  members: Members,
) => Command<Result> & Readonly<Members> {
  class CommandWithMembers extends Command<Result> {
    constructor(members: Members) {
      super();
      Object.assign(this, members);
    }
  }
  return CommandWithMembers as new (members: Members) => Command<Result> & Readonly<Members>;
}
