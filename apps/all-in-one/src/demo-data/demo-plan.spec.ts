import { demoPlan } from './demo-plan.js';

describe('the logins of the demo', () => {
  const nobody = null;
  it.each([
    ['auto', '127.0.0.1', nobody, true, null],
    ['auto', 'localhost', nobody, true, null],
    ['auto', '::1', nobody, true, null],
    ['auto', '0.0.0.0', nobody, false, /^nobody administers/],
    ['auto', '192.0.2.7', nobody, false, /^nobody administers/],
    ['auto', '127.0.0.1', 'me@example.org', false, null],
    ['no', '127.0.0.1', nobody, false, /^nobody administers/],
    ['yes', '127.0.0.1', nobody, true, null],
    ['yes', '0.0.0.0', nobody, true, /whoever reaches 0\.0\.0\.0 can sign in/],
    ['yes', '127.0.0.1', 'me@example.org', true, /can sign in/],
  ] as const)('with AJUDANT_DEMO=%s on %s and %s as administrator: %s', (demo, httpHost, email, isWanted, warning) => {
    const plan = demoPlan({ demo, httpHost, administratorEmail: email });
    expect(plan.isWanted).toBe(isWanted);
    if (warning === null) expect(plan.warning).toBeNull();
    else expect(plan.warning).toMatch(warning);
  });
});
