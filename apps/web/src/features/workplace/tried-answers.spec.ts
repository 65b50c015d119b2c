import { ApiProblem } from '@ajudant/client';
import { markOf } from './tried-answers';

const wrong = (...which: string[]) =>
  new ApiProblem(
    409,
    'training.wrong-answers',
    'Some answers are not right yet',
    which.map((one) => ({ which: one, code: 'training.wrong-answers', detail: 'Not yet' })),
  );
const chosen = { height: 'eyes', distance: 'hand' };

describe('the answers of a lesson that were tried', () => {
  it('are marked question by question', () => {
    const tried = { chosen, problem: wrong('distance') };
    expect(markOf('height', chosen, tried)).toBe('right');
    expect(markOf('distance', chosen, tried)).toBe('wrong');
  });

  it('lose their mark where another answer is chosen since', () => {
    const tried = { chosen, problem: wrong('distance') };
    expect(markOf('distance', { ...chosen, distance: 'arm' }, tried)).toBeNull();
  });

  it('have none before they were tried, nor where something else went wrong', () => {
    expect(markOf('height', chosen, { chosen: {}, problem: null })).toBeNull();
    const unread = new ApiProblem(409, 'training.lesson-unread', 'The lesson has not been read yet');
    expect(markOf('height', chosen, { chosen, problem: unread })).toBeNull();
  });
});
