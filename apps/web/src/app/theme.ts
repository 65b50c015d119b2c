import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';

/** A deep sea green; 6 and darker have 4.5:1 or more on paper, 4 and lighter on the dark ground. */
const sea: MantineColorsTuple = [
  '#eaf6f4',
  '#d3ebe7',
  '#a6d8d0',
  '#74c3b8',
  '#4cada1',
  '#2a8a80',
  '#0f6b64',
  '#0c5853',
  '#0a4844',
  '#073733',
];

/** Waits and risks. */
const amber: MantineColorsTuple = [
  '#fff6e5',
  '#ffe9c2',
  '#fdd48a',
  '#f7bb50',
  '#eea524',
  '#c17c06',
  '#8f5a00',
  '#774b00',
  '#603c00',
  '#4a2e00',
];

/** What can't be undone. */
const red: MantineColorsTuple = [
  '#fdeeed',
  '#fad9d7',
  '#f3b3af',
  '#ec8b85',
  '#e5746d',
  '#d5453d',
  '#b3261e',
  '#96201a',
  '#7a1a15',
  '#5e1410',
];

/** On what is filled words are white by day; in the dark it is bright, and words on it are dark. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const { isThemeColor, shade } = parseThemeColor({
    color: input.color ?? input.theme.primaryColor,
    theme: input.theme,
  });
  return input.variant === 'filled' && isThemeColor && shade === undefined
    ? { ...colors, color: 'var(--ink-on-filled)' }
    : colors;
};

export const theme = createTheme({
  primaryColor: 'sea',
  primaryShade: { light: 6, dark: 4 },
  variantColorResolver,
  // Said, for a badge that says nothing doesn't ask the resolver.
  components: { Badge: { defaultProps: { variant: 'filled' } } },
  colors: { sea, amber, red },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px', xxl: '40px' },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  headings: { fontFamily: '"Source Serif 4 Variable", Georgia, serif', fontWeight: '600' },
  lineHeights: { md: '1.55' },
});
