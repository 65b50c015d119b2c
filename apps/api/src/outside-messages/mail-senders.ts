import { bothTeams, marketplace, type Role } from '#access';
import type { TalkingParties, Writer } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';
import type { FileBringer } from '../files/file.rows.js';

/** Whoever writes a mail, as somebody of one of the two sides. */
export interface MailSender extends FileBringer {
  readonly writtenBy: Writer;
}

interface MemberRow {
  readonly userId: string;
  readonly organisationId: string;
  readonly assistantId: string | null;
  readonly roles: Role[];
  readonly isOfTheTeam: boolean;
}

/** Who of the two sides an address is. */
@Injectable()
export class MailSenders {
  constructor(private readonly database: ApiDatabase) {}

  /** Null for anybody else, and for another assistant of the agency; whoever is of both sides writes for the business. */
  async find(address: string, { businessId, agencyId, assistantId }: TalkingParties): Promise<MailSender | null> {
    const rows = await this.database.read(marketplace, (tx) =>
      tx.query<MemberRow>(
        `SELECT member.user_id AS "userId", member.organisation_id AS "organisationId", member.assistant_id AS "assistantId",
                member.roles, member.roles && $4 AS "isOfTheTeam"
           FROM api.membership member JOIN api.user_account account ON account.id = member.user_id
          WHERE account.email = $1 AND account.confirmed_at IS NOT NULL AND member.revoked_at IS NULL
            AND member.organisation_id IN ($2, $3)
          ORDER BY member.organisation_id = $2 DESC`,
        [address, businessId, agencyId, bothTeams],
      ),
    );
    for (const { isOfTheTeam, ...member } of rows) {
      const isHerself = member.assistantId === assistantId;
      if (!isOfTheTeam && !isHerself) continue;
      const isOfBusiness = member.organisationId === businessId;
      const writtenBy = isOfBusiness ? 'business' : isHerself ? 'assistant' : 'agency';
      return { ...member, organisationKind: isOfBusiness ? 'business' : 'agency', writtenBy };
    }
    return null;
  }
}
