import { SessionTokens, type Tokens } from './session-tokens.js';

const over = 0;
const good = Date.now() + 900_000;
const pair = (name: string, goodUntil: number): Tokens => ({
  accessToken: `access ${name}`,
  refreshToken: `refresh ${name}`,
  goodUntil,
});

/** A service that knows of one login, and answers each refresh with the next pair of it. */
function service() {
  const spent: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { refreshToken } = (await request.json()) as { refreshToken: string };
    spent.push(refreshToken);
    const next = { accessToken: `access ${spent.length}`, refreshToken: `refresh ${spent.length}`, expiresIn: 900 };
    return Response.json(next, { status: 201 });
  };
  return { spent, fetch };
}

describe('a login that renews itself', () => {
  it('is renewed once, however many ask at the same time, and kept', async () => {
    const { spent, fetch } = service();
    const kept: Tokens[] = [];
    const tokens = new SessionTokens('http://x', pair('0', over), { keep: (one) => void kept.push(one) }, fetch);
    expect(await Promise.all([tokens.token(), tokens.token()])).toEqual(['access 1', 'access 1']);
    expect(await tokens.token()).toBe('access 1');
    expect(spent).toEqual(['refresh 0']);
    expect(kept).toMatchObject([{ refreshToken: 'refresh 1' }]);
  });

  it('sends no token again that another program has spent meanwhile', async () => {
    const { spent, fetch } = service();
    let file: Tokens | null = pair('0', over);
    const keeper = { keep: (one: Tokens) => void (file = one), kept: () => file };
    const [one, other] = [pair('0', over), pair('0', over)].map(
      (tokens) => new SessionTokens('http://x', tokens, keeper, fetch),
    );
    expect(await one!.token()).toBe('access 1');
    expect(await other!.token()).toBe('access 1');
    file = pair('elsewhere', good);
    const late = new SessionTokens('http://x', pair('0', over), keeper, fetch);
    expect(await late.token()).toBe('access elsewhere');
    expect(spent).toEqual(['refresh 0']);
  });
});
