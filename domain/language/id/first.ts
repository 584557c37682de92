import { calendar } from './calendar.ts'
import { platforms } from './platforms.ts'
import { shell } from './shell.ts'
import { ui } from './ui.ts'

/**
 * The words that the calendar and the frame need at once; the page loads the rest right after. A room whose words stand
 * on the calendar, or in a refusal there, is named here as well as in `all.ts`.
 */
export const first = { calendar, platforms, shell, ui }
