import type { Actor, ApiScope } from '#access';
import { DomainError } from '#domain';
import type { Scope } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiDatabase } from '../api-database.js';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: string[];
  readonly createdAt: Date;
}

const columns = `id, name, scopes, created_at AS "createdAt"`;

interface OwnerOfKey extends Omit<Actor, 'via' | 'userId' | 'sessionId' | 'key'> {
  readonly keyId: string;
  readonly madeBy: string;
}

const ownerOfKey = { name: 'owner-of-key', text: 'SELECT * FROM api.owner_of_key($1)' };

@Injectable()
export class ApiKeyStore {
  constructor(private readonly database: ApiDatabase) {}

  add(
    scope: Scope,
    key: {
      id: string;
      organisationId: string;
      createdBy: string;
      name: string;
      hash: string;
      scopes: readonly ApiScope[];
      now: string;
    },
  ): Promise<ApiKey> {
    return this.database.transaction(scope, async (tx) => {
      const [row] = await tx.query<ApiKey>(
        `INSERT INTO api.api_key (id, organisation_id, created_by, name, key_hash, scopes, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${columns}`,
        [key.id, key.organisationId, key.createdBy, key.name, key.hash, key.scopes, key.now],
      );
      return row!;
    });
  }

  list(scope: Scope, organisationId: string, limit: number, afterId: string | null): Promise<ApiKey[]> {
    return this.database.transaction(scope, (tx) =>
      tx.query<ApiKey>(
        `SELECT ${columns} FROM api.api_key
          WHERE organisation_id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
        [organisationId, afterId, limit],
      ),
    );
  }

  /** The invitations that it gave end with it. @throws DomainError `api-key.not-found` */
  revoke(scope: Scope, organisationId: string, id: string, now: string): Promise<void> {
    return this.database.transaction(scope, async (tx) => {
      const revoked = await tx.query(
        `UPDATE api.api_key SET revoked_at = $3 WHERE organisation_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id`,
        [organisationId, id, now],
      );
      if (revoked.length === 0) throw new DomainError('api-key.not-found');
      await tx.query(
        `UPDATE api.invitation SET withdrawn_at = $3
          WHERE organisation_id = $1 AND invited_by_key = $2 AND accepted_at IS NULL AND withdrawn_at IS NULL`,
        [organisationId, id, now],
      );
    });
  }

  /** Who a key acts for: the organisation with the roles that its maker has today, within the key's scopes. */
  async findActor(hash: string): Promise<Actor | null> {
    const [row] = await this.database.ask<OwnerOfKey>(ownerOfKey, [hash]);
    if (row === undefined) return null;
    const { keyId: id, madeBy, ...owner } = row;
    return { ...owner, userId: null, via: 'api-key', sessionId: null, key: { id, madeBy } };
  }
}
