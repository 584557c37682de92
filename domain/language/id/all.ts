import { platforms } from './platforms.ts'
import { shell } from './shell.ts'
import { ui } from './ui.ts'

/** Every Indonesian word, by room. Loaded by the page as one chunk, by the server for mail. */
export const id = {
  platforms,
  shell,
  ui,
}
