/** A duty that was suggested, and whether it was meant. */
export interface Said {
  readonly confidence: number;
  readonly right: boolean;
}

/** What was said with a confidence from one tenth to the next, and the part of it that was right. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
}

const bins = 10;

/** A confidence is one where its tenth of the suggestions is right about as often as it says. Tenths without any are left out. */
export function calibrationOf(said: readonly Said[]): CalibrationBin[] {
  return Array.from({ length: bins }, (_, bin): CalibrationBin => {
    const inBin = said.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin);
    const right = inBin.filter((one) => one.right).length;
    return { from: bin / bins, to: (bin + 1) / bins, count: inBin.length, right: right / Math.max(1, inBin.length) };
  }).filter(({ count }) => count > 0);
}
