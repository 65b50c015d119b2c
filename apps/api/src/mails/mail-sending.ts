import { Clock } from '#platform/clock';
import { type NextPoll, Polling, PollLoop, pollDelays } from '#platform/scheduling';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type ApiSettings, apiSettingsToken } from '../api-settings.js';
import { type DueMail, MailOutbox } from './mail-outbox.js';

const atOnce = 10;
/** So long what is to be sent gathers. */
const gatheringMs = 200;
const forgottenAtOnce = 500;
const forgetEveryMs = 3_600_000;
/** After the first failure; each further one doubles it, up to six hours. */
const firstWaitSeconds = 30;
const longestWaitSeconds = 6 * 3_600;
/** Some three days. */
const mostAttempts = 20;

/** Sends what is in the outbox: each mail at least once, and again later where it fails. */
@Injectable()
export class MailSending extends Polling implements OnApplicationShutdown {
  protected readonly loop = new PollLoop('sending mail', () => this.sendDue());
  private readonly logger = new Logger('Mail');
  private forgottenAt = -Infinity;

  constructor(
    private readonly outbox: MailOutbox,
    @Inject(apiSettingsToken) private readonly settings: ApiSettings,
    private readonly clock: Clock,
  ) {
    super();
    outbox.onAdded(() => this.loop.wakeIn(gatheringMs));
  }

  onApplicationShutdown(): Promise<void> {
    return this.settings.mail.transport.close();
  }

  private async sendDue(): Promise<NextPoll> {
    const due = await this.outbox.claim(this.clock.now(), atOnce);
    await this.sendAll(due);
    if (due.length === atOnce) return pollDelays.none;
    await this.forgetFromTimeToTime();
    return 'idle';
  }

  /** While it is noted that one went out the next ones go out already, and are noted together. */
  private async sendAll(due: readonly DueMail[]): Promise<void> {
    const sent: string[] = [];
    let noting = Promise.resolve();
    for (const mail of due) {
      if (!(await this.send(mail))) continue;
      sent.push(mail.id);
      noting = noting.then(() => this.outbox.sent(sent.splice(0), this.clock.now()));
      // It is waited for once all are sent.
      noting.catch(() => undefined);
    }
    await noting;
  }

  private async forgetFromTimeToTime(): Promise<void> {
    const now = this.clock.now();
    if (Date.parse(now) - this.forgottenAt < forgetEveryMs) return;
    const forgotten = await this.outbox.forget(now, forgottenAtOnce);
    if (forgotten < forgottenAtOnce) this.forgottenAt = Date.parse(now);
  }

  /** Whether it went out; otherwise it is noted when it is tried again. */
  private async send({ recipient, attempts, ...mail }: DueMail): Promise<boolean> {
    try {
      await this.settings.mail.transport.send({ ...mail, to: recipient });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`Mail ${mail.id} was not sent: ${reason}`);
      await this.outbox.failed(mail.id, reason, this.nextAttemptAt(attempts));
      return false;
    }
    return true;
  }

  private nextAttemptAt(attempts: number): string | null {
    if (attempts >= mostAttempts) return null;
    const seconds = Math.min(firstWaitSeconds * 2 ** (attempts - 1), longestWaitSeconds);
    return new Date(Date.parse(this.clock.now()) + seconds * 1_000).toISOString();
  }
}
