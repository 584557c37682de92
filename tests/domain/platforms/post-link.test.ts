import { expect, test } from 'vitest'
import { platformIds } from '../../../domain/platforms/platform.ts'
import { isPostLinkOf } from '../../../domain/platforms/post-link.ts'

test.each([
  ['x', 'https://x.com/kemencontoh/status/1', true],
  ['x', 'https://mobile.twitter.com/kemencontoh/status/1', true],
  ['x', 'https://X.COM./kemencontoh/status/1', true],
  ['x', 'https://instagram.com/p/abc', false],
  ['x', 'https://netflix.com/1', false],
  ['x', 'https://x.com.penipu.id/status/1', false],
  ['x', 'https://penipu.id/x.com', false],
  ['instagram', 'https://www.instagram.com/p/abc', true],
  ['facebook', 'https://fb.watch/abc', true],
  ['youtube', 'https://youtu.be/abc', true],
  ['threads', 'https://www.threads.net/@kemencontoh/post/1', true],
  ['telegram', 'https://t.me/kemencontoh/12', true],
  ['x', 'bukan alamat', false],
  ['website', 'https://kemencontoh.go.id/berita/1', true],
  ['other', 'https://mastodon.social/@kemencontoh/1', true],
] as const)('on %s a post at %s: %s', (platform, link, isThere) => {
  expect(isPostLinkOf(platform, link)).toBe(isThere)
})

test('an address reserved for examples passes everywhere', () => {
  for (const platform of platformIds) expect(isPostLinkOf(platform, 'https://contoh.example/1')).toBe(true)
})
