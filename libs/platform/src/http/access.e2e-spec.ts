import { Controller, Get, Module, Post } from '@nestjs/common';
import { SignJWT, UnsecuredJWT } from 'jose';
import request from 'supertest';
import { createHttpApp } from './http-app.js';
import { Idempotent } from './idempotent.js';
import { listRoutes } from './routes.js';
import { type SpecimenApp, specimenApp, specimenNow } from './specimen/specimen-app.js';
import { SpecimenCredentials, specimenOwner } from './specimen/specimen.credentials.js';
import { SpecimenModule, specimenSecret } from './specimen/specimen.module.js';
import { Access } from '../security/access.js';
import { AccessTokens } from '../security/access-tokens.js';
import type { Actor } from '../security/actor.js';
import { apiKeyPrefix, hashSecret, newSecret } from '../security/secrets.js';

const session = '0197a000-0000-7000-8000-0000000000c1';
const claims = { userId: specimenOwner.userId ?? '', organisationId: specimenOwner.organisationId, sessionId: session };

describe('Access to a route', () => {
  let specimen: SpecimenApp;
  let credentials: SpecimenCredentials;
  const tokens = new AccessTokens(specimenSecret);

  beforeAll(async () => {
    specimen = await specimenApp(SpecimenModule);
    credentials = specimen.app.get(SpecimenCredentials, { strict: false });
  });
  afterAll(async () => specimen.app.close());
  beforeEach(() => {
    specimen.clock.instant = specimenNow;
    credentials.sessions.clear();
    credentials.keys.clear();
    credentials.sessions.set(session, specimenOwner);
  });

  const asked = (authorization: string | null, path = '/v1/guarded') => {
    const get = request(specimen.server).get(path);
    return authorization === null ? get : get.set('authorization', authorization);
  };
  const keyFor = (actor: Partial<Actor>): string => {
    const secret = newSecret(apiKeyPrefix);
    credentials.keys.set(hashSecret(secret), { ...specimenOwner, userId: null, via: 'api-key', ...actor });
    return `Bearer ${secret}`;
  };
  const expectRefused = (response: request.Response, status: number, code: string): void => {
    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({ code });
    expect(response.headers['www-authenticate'] !== undefined).toBe(status === 401);
  };

  describe('with an access token', () => {
    it('is given to whoever has one of the roles', async () => {
      const { token, expiresAt } = await tokens.issue(claims, specimenNow);
      expect(expiresAt).toBe('2026-03-01T09:15:00.000Z');
      expect((await asked(`Bearer ${token}`).expect(200)).body).toEqual({ userId: specimenOwner.userId, via: 'token' });
    });
    it('is refused without one of the roles', async () => {
      credentials.sessions.set(session, { ...specimenOwner, roles: ['shop.assistant'] });
      const { token } = await tokens.issue(claims, specimenNow);
      expectRefused(await asked(`Bearer ${token}`), 403, 'auth.forbidden');
      await asked(`Bearer ${token}`, '/v1/guarded/people').expect(200);
    });
    it('ends with the session, whatever the token says', async () => {
      const { token } = await tokens.issue(claims, specimenNow);
      credentials.sessions.delete(session);
      expectRefused(await asked(`Bearer ${token}`), 401, 'auth.invalid-token');
    });
    it('ends after 15 minutes and a few seconds for clocks that differ', async () => {
      const { token } = await tokens.issue(claims, specimenNow);
      specimen.clock.instant = '2026-03-01T09:15:04.000Z';
      await asked(`Bearer ${token}`).expect(200);
      specimen.clock.instant = '2026-03-01T09:15:06.000Z';
      expectRefused(await asked(`Bearer ${token}`), 401, 'auth.expired-token');
    });
    it('is refused to tokens that are signed otherwise, unsigned, or meant for others', async () => {
      const key = new TextEncoder().encode(specimenSecret);
      const base = () =>
        new SignJWT({ org: claims.organisationId, sid: session })
          .setSubject(claims.userId)
          .setIssuedAt(Date.parse(specimenNow) / 1000)
          .setExpirationTime(Date.parse(specimenNow) / 1000 + 600)
          .setIssuer('https://ajudant.invalid/auth')
          .setAudience('ajudant-api');
      const header = { alg: 'HS256', typ: 'at+jwt' };
      const forged = [
        await base().setProtectedHeader(header).sign(new TextEncoder().encode('another secret of thirty-two bytes')),
        await base()
          .setProtectedHeader({ ...header, alg: 'HS512' })
          .sign(key),
        await base().setProtectedHeader({ alg: 'HS256' }).sign(key),
        await base().setProtectedHeader(header).setAudience('others').sign(key),
        await base().setProtectedHeader(header).setIssuer('others').sign(key),
        new UnsecuredJWT({ org: claims.organisationId, sid: session }).setSubject(claims.userId).encode(),
        'a.b.c',
      ];
      await asked(`Bearer ${await base().setProtectedHeader(header).sign(key)}`).expect(200);
      for (const token of forged) expectRefused(await asked(`Bearer ${token}`), 401, 'auth.invalid-token');
    });
  });

  describe('with an API key', () => {
    it('is given to keys with the role and the scope', async () => {
      const response = await asked(keyFor({ scopes: ['shops:read'] })).expect(200);
      expect(response.body).toEqual({ userId: null, via: 'api-key' });
    });
    it('is refused without the scope, and where keys are not let in', async () => {
      expectRefused(await asked(keyFor({ scopes: ['shops:write'] })), 403, 'auth.forbidden');
      expectRefused(await asked(keyFor({ scopes: ['shops:read'] }), '/v1/guarded/people'), 403, 'auth.forbidden');
    });
    it('is refused to keys that are unknown, or no keys', async () => {
      expectRefused(await asked(`Bearer ${newSecret(apiKeyPrefix)}`), 401, 'auth.invalid-token');
      expectRefused(await asked('Bearer ajk_short'), 401, 'auth.invalid-token');
    });
  });

  it('is refused without a credential, and with what is none', async () => {
    expectRefused(await asked(null), 401, 'auth.required');
    for (const header of ['Basic YTpi', 'Bearer', 'Bearer a b', 'nonsense']) {
      expectRefused(await asked(header), 401, 'auth.invalid-token');
    }
    expect((await asked(null)).headers['www-authenticate']).toBe('Bearer realm="ajudant"');
  });

  it('is refused before anything is said about the input', async () => {
    expectRefused(await asked(null, '/v1/guarded?nonsense=1'), 401, 'auth.required');
  });

  it('is stated by every route, and can be listed', () => {
    const routes = listRoutes(specimen.app);
    expect(routes).toContainEqual({
      method: 'GET',
      path: '/v1/guarded',
      access: { roles: ['shop.owner'], scope: 'shops:read' },
      idempotent: false,
      handler: 'GuardedController.read',
    });
    expect(routes).toContainEqual({
      method: 'GET',
      path: '/v1/guarded/people',
      access: { roles: 'any', scope: null },
      idempotent: false,
      handler: 'GuardedController.people',
    });
    expect(routes).toContainEqual({
      method: 'GET',
      path: '/health/ready',
      access: { public: true },
      idempotent: false,
      handler: 'OperationsController.ready',
    });
    expect(routes.every(({ access }) => access !== undefined)).toBe(true);
  });
});

describe('An application with a route that states no access rule', () => {
  @Controller('v1/forgotten')
  class ForgottenController {
    @Get()
    list(): object {
      return {};
    }

    @Access({ public: true })
    @Get('stated')
    stated(): object {
      return {};
    }
  }

  @Module({ controllers: [ForgottenController] })
  class ForgottenModule {}

  it('does not start, and names the route', async () => {
    await expect(createHttpApp(ForgottenModule, { service: 'specimen' })).rejects.toThrow(
      'These routes state no access rule (@Access): GET /v1/forgotten (ForgottenController.list)',
    );
  });
});

describe('An application with a rule and nobody to resolve credentials', () => {
  @Controller('v1/locked')
  class LockedController {
    @Access({ roles: 'any', scope: null })
    @Get()
    list(): object {
      return {};
    }
  }

  @Module({ controllers: [LockedController] })
  class LockedModule {}

  it('does not start', async () => {
    await expect(createHttpApp(LockedModule, { service: 'specimen' })).rejects.toThrow('CredentialResolver');
  });
});

describe('An application with an idempotent route and nowhere to keep answers', () => {
  @Controller('v1/repeatable')
  class RepeatableController {
    @Access({ public: true })
    @Idempotent()
    @Post()
    place(): object {
      return {};
    }
  }

  @Module({ controllers: [RepeatableController] })
  class RepeatableModule {}

  it('does not start', async () => {
    await expect(createHttpApp(RepeatableModule, { service: 'specimen' })).rejects.toThrow('IdempotencyStore');
  });
});
