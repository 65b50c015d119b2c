import type { FontName } from './fonts.js';

/** How a text looks. Sizes are in points. */
export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
}

const ink = '#1a1b1e';
const grey = '#5c5f66';

export const styles = {
  1: { font: 'strong', size: 18, colour: ink },
  2: { font: 'strong', size: 12.5, colour: ink },
  3: { font: 'strong', size: 10, colour: ink },
  plain: { font: 'plain', size: 9.5, colour: ink },
  strong: { font: 'strong', size: 9.5, colour: ink },
  small: { font: 'plain', size: 8, colour: grey },
  label: { font: 'plain', size: 9.5, colour: grey },
  columnTitle: { font: 'strong', size: 8.5, colour: grey },
} as const satisfies Record<string | number, TextStyle>;

/** From one line to the next, in points. */
export function lineHeight({ size }: TextStyle): number {
  return size * 1.38;
}
