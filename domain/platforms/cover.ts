import type { Platform } from './platform.ts'
import { figure } from './rules.ts'

/**
 * Whether a platform shows a video by the cover chosen for it. Where an image beside a video is its thumbnail already,
 * that image is the cover.
 */
export function showsCover(
  platform: Pick<Platform, 'videoLimits' | 'videoIsApart'>,
  hasImageBeside: boolean,
): boolean {
  return figure(platform.videoLimits.videoCover) === true && !(platform.videoIsApart && hasImageBeside)
}
