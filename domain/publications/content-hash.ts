import { hashOf } from '../hash.ts'
import type { CanonicalContent } from './content.ts'

/**
 * The content hash: SHA-256 in hex of the RFC 8785 form. The server computes it; a page only sends back the one it
 * was given. Source: Selaras words, content hash.
 */
export function contentHash(content: CanonicalContent): string {
  return hashOf(content)
}
