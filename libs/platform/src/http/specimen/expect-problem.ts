import type { Response } from 'supertest';
import type { Problem } from '../problem.js';

/** What every problem has, whatever it is about. */
export function expectProblem(response: Response, status: number, code: string): Problem {
  expect([response.status, response.headers['content-type']?.split(';')[0]]).toEqual([
    status,
    'application/problem+json',
  ]);
  const problem = JSON.parse(response.text) as Problem;
  expect(problem).toMatchObject({ status, code, type: `/docs/errors#${code}` });
  expect(problem.title).toBeTruthy();
  expect(problem.detail).toMatch(/\.$/);
  expect(response.headers['cache-control']).toBe('no-store');
  return problem;
}
