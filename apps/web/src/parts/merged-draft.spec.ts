import { mergedDraft } from './merged-draft';

const base = { name: 'Núria', title: 'online assistant', hours: [9, 13] };

describe('a form over what somebody else changes meanwhile', () => {
  it('follows in what the reader did not touch, and keeps what she wrote', () => {
    const written = { ...base, name: 'Núria Vila' };
    const kept = { ...base, title: 'virtual assistant' };
    const { changed, draft } = mergedDraft(base, written, kept);
    expect(changed).toEqual(['title']);
    expect(draft).toEqual({ ...kept, name: 'Núria Vila' });
  });

  it('keeps hers where both changed the same, and says so', () => {
    const { changed, draft } = mergedDraft(base, { ...base, name: 'Núria Vila' }, { ...base, name: 'Nuri' });
    expect([changed, draft.name]).toEqual([['name'], 'Núria Vila']);
  });

  it('knows a list that says the same as the same', () => {
    const { changed, draft } = mergedDraft(base, { ...base, hours: [10, 13] }, { ...base, hours: [9, 13] });
    expect([changed, draft.hours]).toEqual([[], [10, 13]]);
  });

  it('takes what she put back for untouched', () => {
    const { draft } = mergedDraft(base, { ...base }, { ...base, name: 'Nuri' });
    expect(draft.name).toBe('Nuri');
  });
});
