import { facebook } from './facebook.ts'
import { instagram } from './instagram.ts'
import { linkedin } from './linkedin.ts'
import { other } from './other.ts'
import type { Platform, PlatformId } from './platform.ts'
import { pressRelease } from './press-release.ts'
import { telegram } from './telegram.ts'
import { threads } from './threads.ts'
import { tiktok } from './tiktok.ts'
import { website } from './website.ts'
import { whatsapp } from './whatsapp.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'

/** Every platform with its rules, for the server. The page takes `loadPlatform` of `registry.ts` instead. */
export const allPlatforms: Record<PlatformId, Platform> = {
  x,
  instagram,
  facebook,
  tiktok,
  youtube,
  linkedin,
  threads,
  whatsapp,
  telegram,
  website,
  press_release: pressRelease,
  other,
}
