import type { Platform, PlatformId } from './platform.ts'

const loaders: Record<PlatformId, () => Promise<Platform>> = {
  x: async () => (await import('./x.ts')).x,
  instagram: async () => (await import('./instagram.ts')).instagram,
  facebook: async () => (await import('./facebook.ts')).facebook,
  tiktok: async () => (await import('./tiktok.ts')).tiktok,
  youtube: async () => (await import('./youtube.ts')).youtube,
  linkedin: async () => (await import('./linkedin.ts')).linkedin,
  threads: async () => (await import('./threads.ts')).threads,
  whatsapp: async () => (await import('./whatsapp.ts')).whatsapp,
  telegram: async () => (await import('./telegram.ts')).telegram,
  website: async () => (await import('./website.ts')).website,
  press_release: async () => (await import('./press-release.ts')).pressRelease,
  other: async () => (await import('./other.ts')).other,
}

/** The rules of one platform, loaded when asked for: a page that counts nothing loads no counter. */
export function loadPlatform(id: PlatformId): Promise<Platform> {
  return loaders[id]()
}
