import type { id as indonesian } from '../id/all.ts'
import type { Translation } from '../translation.ts'
import { platforms } from './platforms.ts'
import { shell } from './shell.ts'
import { ui } from './ui.ts'

/** Every English word, by room; typed against the Indonesian, so that neither can lack a key. */
export const en: Translation<typeof indonesian> = {
  platforms,
  shell,
  ui,
}
