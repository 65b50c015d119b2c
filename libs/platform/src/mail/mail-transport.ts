/** A letter as it goes out. */
export interface Mail {
  /** The same for each attempt, so that whoever gets it twice can tell. */
  readonly id: string;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a mail program unsubscribes its reader by a POST (RFC 8058); null where nobody can. */
  readonly unsubscribeUrl: string | null;
}

/** How mail leaves the service. */
export abstract class MailTransport {
  /** Fails where it can't be handed on; then it is tried again later. */
  abstract send(mail: Mail): Promise<void>;
  /** Ends what it holds open. */
  abstract close(): Promise<void>;
}
