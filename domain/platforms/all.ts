import { facebook } from './facebook.ts'
import { instagram } from './instagram.ts'
import { other } from './other.ts'
import type { Platform, PlatformId } from './platform.ts'
import { pressRelease } from './press-release.ts'
import { tiktok } from './tiktok.ts'
import { website } from './website.ts'
import { x } from './x.ts'
import { youtube } from './youtube.ts'

/** Every platform with its rules, for the server. The page takes `loadPlatform` of `registry.ts` instead. */
export const allPlatforms: Record<PlatformId, Platform> = {
  x,
  instagram,
  facebook,
  tiktok,
  youtube,
  website,
  press_release: pressRelease,
  other,
}
