import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** What canonical JSON can carry: numbers finite, texts without lone surrogates. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * SHA-256 in hex over the RFC 8785 form of `value`; the same in browser and server, whatever the order of keys.
 * Throws on a number that is not finite and on a lone surrogate, both of which input refuses earlier.
 */
export function hashOf(value: Json): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('nothing to hash')
  return bytesToHex(sha256(utf8ToBytes(text)))
}
