import { calibrationOf } from './calibration.js';

describe('the calibration', () => {
  it('says of each tenth of confidence how often it was right', () => {
    const said = [
      { confidence: 0.85, right: true },
      { confidence: 0.8, right: false },
      { confidence: 1, right: true },
      { confidence: 0.02, right: false },
    ];
    expect(calibrationOf(said)).toEqual([
      { from: 0, to: 0.1, count: 1, right: 0 },
      { from: 0.8, to: 0.9, count: 2, right: 0.5 },
      { from: 0.9, to: 1, count: 1, right: 1 },
    ]);
  });
});
