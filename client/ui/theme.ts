import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** From the ink of the dark page to the ink of the light one; buttons, selection and focus use its two ends. */
const ink: MantineColorsTuple = [
  '#EDF0EF',
  '#D3D8D7',
  '#B3BBBE',
  '#959DA1',
  '#778185',
  '#626A6E',
  '#4B5357',
  '#343B3E',
  '#22282A',
  '#14181A',
]

/** Mantine draws a dialog's head as `<header>`, which would be a second banner of the page. */
const headIsNoLandmark = { header: { role: 'presentation' } }

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 9, dark: 0 },
  colors: { ink },
  white: '#FFFFFF',
  black: '#14181A',
  autoContrast: true,
  fontFamily: 'var(--sel-font)',
  fontFamilyMonospace: 'var(--sel-mono)',
  headings: { fontFamily: 'var(--sel-font)', fontWeight: '700' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '22px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'ink' } },
    Popover: { defaultProps: { transitionProps: { duration: 120 }, radius: 'md', returnFocus: true } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 120 },
        radius: 'md',
        position: 'bottom-start',
        returnFocus: true,
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 120 },
        overlayProps: { blur: 0 },
        attributes: headIsNoLandmark,
      },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 120 }, attributes: headIsNoLandmark } },
    // The focus never leaves a select's own field: giving it back later would take it from where the person went on. It
    // begins at the field's edge: centred, its list has no width at first, then reaches past a phone's edge, and the
    // browser widens the page under it.
    Combobox: { defaultProps: { returnFocus: false, position: 'bottom-start' } },
    Select: { defaultProps: { checkIconPosition: 'right', allowDeselect: false } },
    Tabs: { defaultProps: { keepMounted: false } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] } },
  },
})

const fromTokens: Record<string, string> = {
  '--mantine-color-body': 'var(--sel-canvas)',
  '--mantine-color-text': 'var(--sel-ink)',
  '--mantine-color-bright': 'var(--sel-ink)',
  '--mantine-color-dimmed': 'var(--sel-ink-2)',
  '--mantine-color-placeholder': 'var(--sel-ink-2)',
  '--mantine-color-anchor': 'var(--sel-ink)',
  '--mantine-color-error': 'var(--sel-kesumba-text)',
  '--mantine-color-default': 'var(--sel-surface)',
  '--mantine-color-default-hover': 'var(--sel-sunken)',
  '--mantine-color-default-color': 'var(--sel-ink)',
  '--mantine-color-default-border': 'var(--sel-edge)',
  '--mantine-color-disabled': 'var(--sel-sunken)',
  '--mantine-color-disabled-color': 'var(--sel-ink-2)',
  '--mantine-color-disabled-border': 'var(--sel-hairline)',
  '--mantine-color-ink-filled': 'var(--sel-ink)',
  '--mantine-color-ink-filled-hover': 'var(--sel-ink-hover)',
  '--mantine-color-ink-light': 'var(--sel-sunken)',
  '--mantine-color-ink-light-hover': 'var(--sel-hairline)',
  '--mantine-color-ink-light-color': 'var(--sel-ink)',
  '--mantine-color-ink-outline': 'var(--sel-ink)',
  '--mantine-color-ink-outline-hover': 'var(--sel-sunken)',
  '--mantine-color-ink-text': 'var(--sel-ink)',
  '--mantine-primary-color-filled': 'var(--sel-ink)',
  '--mantine-primary-color-filled-hover': 'var(--sel-ink-hover)',
  '--mantine-primary-color-contrast': 'var(--sel-on-ink)',
}

/** Mantine's own greys and reds fall short of 4.5 to 1; all of them are led back to the tokens, in both schemes. */
export const tokensForMantine: CSSVariablesResolver = () => ({
  variables: {},
  light: fromTokens,
  dark: fromTokens,
})
