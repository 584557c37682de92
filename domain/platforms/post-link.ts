import { platformFacts } from './facts.ts'
import type { PlatformId } from './platform.ts'

/**
 * The hosts a post's own address has on a platform; null where it may be anywhere (the agency's own pages, a platform
 * unknown). `isPostLinkOf` takes their subdomains too.
 */
export function postHostsOf(platform: PlatformId): readonly string[] | null {
  return platformFacts[platform].postHosts
}

/**
 * Whether a web address can be that of a post on the platform. Hosts under `.example` can: they are reserved for examples
 * (RFC 2606), lead nowhere, and are what the demo writes.
 */
export function isPostLinkOf(platform: PlatformId, link: string): boolean {
  const hosts = postHostsOf(platform)
  if (hosts === null) return true
  if (!URL.canParse(link)) return false
  const { hostname } = new URL(link)
  const host = hostname.toLowerCase().replace(/\.$/, '')
  return [...hosts, 'example'].some((one) => host === one || host.endsWith(`.${one}`))
}
