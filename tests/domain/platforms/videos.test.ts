import { describe, expect, it } from 'vitest'
import { allPlatforms } from '../../../domain/platforms/all.ts'
import { showsCover } from '../../../domain/platforms/cover.ts'
import { findingWords } from '../../../domain/platforms/finding-words.ts'
import { crossedLimits } from '../../../domain/platforms/own-limits.ts'
import {
  type PlatformId,
  type PlatformImage,
  type PlatformVariant,
  type PlatformVideo,
  platformIds,
} from '../../../domain/platforms/platform.ts'
import { ratioOf } from '../../../domain/platforms/ratio.ts'

const aVideo = (over: Partial<PlatformVideo> = {}): PlatformVideo => ({
  kind: 'video',
  widthPx: 1080,
  heightPx: 1920,
  sizeBytes: 20_000_000,
  mimeType: 'video/mp4',
  durationMs: 45_000,
  alternativeText: '',
  hasCaptions: true,
  transcript: '',
  ...over,
})

const anImage: PlatformImage = {
  kind: 'image',
  widthPx: 1080,
  heightPx: 1350,
  sizeBytes: 400_000,
  mimeType: 'image/jpeg',
  alternativeText: 'Poster.',
}

const withHeadline: PlatformId[] = ['youtube', 'website', 'press_release']

function codes(id: PlatformId, over: Partial<PlatformVariant>, own = {}): string[] {
  const headline = withHeadline.includes(id) ? 'Pendaftaran dibuka' : null
  const variant = { headline, text: 'Pendaftaran dibuka.', link: null, media: [], ...over }
  return allPlatforms[id].check(variant, own).map((one) => `${one.severity} ${one.code}`)
}

describe.each(platformIds)('%s', (id) => {
  it('has nothing against a short video with captions, nor with its words written out', () => {
    expect(codes(id, { media: [aVideo()] })).toEqual([])
    expect(codes(id, { media: [aVideo({ hasCaptions: false, transcript: 'Halo.' })] })).toEqual([])
  })

  it('holds a video that has neither, or says so where the platform has no place for them', () => {
    const media = [aVideo({ hasCaptions: false, transcript: ' \n' })]
    const isPlaceless = id === 'whatsapp' || id === 'telegram'
    expect(codes(id, { media })).toEqual([`${isPlaceless ? 'warning' : 'blocker'} captions_missing`])
  })

  it('asks no alternative text of a video, and takes one without a word in its place', () => {
    expect(codes(id, { media: [aVideo({ alternativeText: 'Antrean di loket.' })] })).toEqual([])
  })

  it('calls an approximation what only the preview goes by, as no platform publishes it', () => {
    const { frames, foldsAfter } = allPlatforms[id]
    for (const { source } of foldsAfter === null ? frames : [...frames, foldsAfter]) {
      expect(source).toMatch(/^Approximation/)
    }
  })

  it('states a source and a day for what it takes of videos and how it shows them', () => {
    const platform = allPlatforms[id]
    for (const { source, asOf } of [...Object.values(platform.videoLimits), ...platform.frames]) {
      expect(source.length).toBeGreaterThan(15)
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/)
    }
  })
})

it.each([
  ['x', 'four of images and videos', { media: [aVideo(), anImage, aVideo(), anImage] }, []],
  [
    'x',
    'five of both',
    { media: [aVideo(), anImage, anImage, anImage, anImage] },
    ['blocker media_too_many'],
  ],
  ['x', '141 seconds', { media: [aVideo({ durationMs: 141_000 })] }, ['warning video_too_long']],
  ['x', '140 seconds', { media: [aVideo({ durationMs: 140_000 })] }, []],
  ['x', 'a moment', { media: [aVideo({ durationMs: 300 })] }, ['warning video_too_short']],
  ['x', '513 MB', { media: [aVideo({ sizeBytes: 513_000_000 })] }, ['blocker video_too_large']],
  ['x', 'WebM', { media: [aVideo({ mimeType: 'video/webm' })] }, ['blocker video_kind']],
  ['x', 'a ribbon', { media: [aVideo({ widthPx: 4000, heightPx: 1000 })] }, ['blocker video_shape']],
  ['linkedin', '30 minutes', { media: [aVideo({ durationMs: 1_800_000 })] }, []],
  ['linkedin', 'a second more', { media: [aVideo({ durationMs: 1_801_000 })] }, ['warning video_too_long']],
  ['linkedin', '501 MB', { media: [aVideo({ sizeBytes: 501_000_000 })] }, ['warning video_too_large']],
  ['linkedin', '2.4:1', { media: [aVideo({ widthPx: 1920, heightPx: 800 })] }, []],
  ['linkedin', '3:1', { media: [aVideo({ widthPx: 1920, heightPx: 640 })] }, ['warning video_shape']],
  ['telegram', 'above 2 GB', { media: [aVideo({ sizeBytes: 2_000_000_001 })] }, ['warning video_too_large']],
  ['facebook', 'above 4 hours', { media: [aVideo({ durationMs: 14_401_000 })] }, ['warning video_too_long']],
  ['tiktok', 'above 4 GB', { media: [aVideo({ sizeBytes: 4_000_000_001 })] }, ['warning video_too_large']],
  ['youtube', 'above 12 hours', { media: [aVideo({ durationMs: 43_201_000 })] }, ['blocker video_too_long']],
  ['instagram', 'a video alone', { text: '', media: [aVideo()] }, []],
  ['instagram', 'two seconds', { media: [aVideo({ durationMs: 2_000 })] }, ['blocker video_too_short']],
  ['tiktok', 'a video and an image', { media: [aVideo(), anImage] }, ['blocker media_not_mixed']],
  ['tiktok', 'two videos', { media: [aVideo(), aVideo()] }, ['blocker videos_too_many']],
  ['youtube', 'a video in a post', { headline: null, media: [aVideo()] }, ['blocker video_not_taken']],
  ['youtube', 'a video with its thumbnail', { media: [aVideo(), anImage] }, []],
  ['youtube', 'two videos under one headline', { media: [aVideo(), aVideo()] }, ['blocker videos_too_many']],
] satisfies [PlatformId, string, Partial<PlatformVariant>, string[]][])(
  '%s, %s',
  (id, _what, over, found) => {
    expect(codes(id, over)).toEqual(found)
  },
)

it('an account of another platform may do without captions, no other may', () => {
  const media = [aVideo({ hasCaptions: false })]
  const own = { requiresAlternativeText: false }
  expect(codes('other', { media }, own)).toEqual([])
  expect(codes('x', { media }, own)).toEqual(['blocker captions_missing'])
})

it.each<[PlatformId, string, (size: number) => Partial<PlatformVideo>, number, number, string]>([
  ['x', 'maxVideoSeconds', (size) => ({ durationMs: size * 1000 }), 60, 61, 'video_too_long'],
  ['x', 'maxVideoSeconds', (size) => ({ durationMs: size * 1000 }), 3600, 3601, 'video_too_long'],
  ['facebook', 'minVideoSeconds', (size) => ({ durationMs: size * 1000 }), 10, 9, 'video_too_short'],
  ['whatsapp', 'maxVideoBytes', (size) => ({ sizeBytes: size }), 16_000_000, 16_000_001, 'video_too_large'],
])('%s: an account’s %s stands in place of the platform’s', (id, own, video, limit, beyond, code) => {
  expect(codes(id, { media: [aVideo(video(limit))] }, { [own]: limit })).toEqual([])
  expect(codes(id, { media: [aVideo(video(beyond))] }, { [own]: limit })).toEqual([`blocker ${code}`])
})

it('an account may take fewer videos than its platform, or none, but no kind of post takes more than it can', () => {
  const two = { media: [aVideo(), aVideo()] }
  expect(codes('x', two)).toEqual([])
  expect(codes('x', two, { maxVideos: 1 })).toEqual(['blocker videos_too_many'])
  expect(codes('x', { media: [aVideo()] }, { maxVideos: 0 })).toEqual(['blocker videos_too_many'])
  const post = { headline: null, media: [aVideo()] }
  expect(codes('youtube', post, { maxVideos: 3 })).toEqual(['blocker video_not_taken'])
})

it('an account’s own shapes hold at either end, and leave the other end to the platform', () => {
  const upright = { media: [aVideo({ widthPx: 1080, heightPx: 1920 })] }
  const square = { media: [aVideo({ widthPx: 1080, heightPx: 1080 })] }
  const ribbon = { media: [aVideo({ widthPx: 1920, heightPx: 640 })] }
  expect(codes('linkedin', upright, { widestVideo: '9:16' })).toEqual([])
  expect(codes('linkedin', square, { widestVideo: '9:16' })).toEqual(['blocker video_shape'])
  expect(codes('linkedin', upright, { narrowestVideo: '1:1' })).toEqual(['blocker video_shape'])
  expect(codes('linkedin', ribbon, { narrowestVideo: '1:1' })).toEqual(['warning video_shape'])
  expect(codes('linkedin', ribbon, { widestVideo: '3:1' })).toEqual([])
  const image = { media: [{ ...anImage, widthPx: 1080, heightPx: 1080 }] }
  expect(codes('telegram', image, { widestImage: '0.9:1' })).toEqual(['blocker media_shape'])
  expect(codes('telegram', image, { narrowestImage: '1:1', widestImage: '1:1' })).toEqual([])
})

it.each([
  ['facebook', { widestVideo: '9:16' }, { narrowest: null, widest: '9:16' }, 'video_shape_widest'],
  ['facebook', { narrowestVideo: '2:1' }, { narrowest: '2:1', widest: null }, 'video_shape_narrowest'],
  [
    'facebook',
    { narrowestVideo: '2:1', widestVideo: '3:1' },
    { narrowest: '2:1', widest: '3:1' },
    'video_shape',
  ],
] as const)('%s: the sentence on a shape names only the ends there are: %j', (id, own, range, key) => {
  const variant = {
    headline: null,
    text: 'a',
    link: null,
    media: [aVideo({ widthPx: 1080, heightPx: 1080 })],
  }
  const found = allPlatforms[id].check(variant, own).find(({ code }) => code === 'video_shape')
  expect(found?.data).toEqual({ position: 1, ...range })
  expect(found && findingWords(found).key).toBe(key)
})

it('where a platform only warns of captions, an account may ask for them', () => {
  const media = [aVideo({ hasCaptions: false })]
  expect(codes('whatsapp', { media })).toEqual(['warning captions_missing'])
  expect(codes('whatsapp', { media }, { requiresCaptions: true })).toEqual(['blocker captions_missing'])
  expect(codes('x', { media }, { requiresCaptions: false })).toEqual(['blocker captions_missing'])
  expect(codes('other', { media }, { requiresCaptions: false })).toEqual([])
  expect(codes('other', { media }, { requiresAlternativeText: false, requiresCaptions: true })).toEqual([
    'blocker captions_missing',
  ])
})

it.each([
  ['9:16', [9, 16]],
  [' 1,91 : 1 ', [1.91, 1]],
  ['0:1', null],
  ['9:0', null],
  ['9/16', null],
  ['9', null],
  ['99999:1', null],
  ['', null],
] as const)('reads %j as width to height', (written, ratio) => {
  expect(ratioOf(written)).toEqual(ratio)
})

it('sees own limits that nothing could meet', () => {
  expect(crossedLimits({ minVideoSeconds: 60, maxVideoSeconds: 30 })).toEqual({ least: 60, most: 30 })
  expect(crossedLimits({ narrowestVideo: '1:1', widestVideo: '9:16' })).toEqual({
    least: '1:1',
    most: '9:16',
  })
  expect(crossedLimits({ narrowestVideo: '9:16', widestVideo: '1:1', minVideoSeconds: 9 })).toBeNull()
  expect(crossedLimits({ narrowestImage: '1:1', widestVideo: '9:16' })).toBeNull()
  expect(crossedLimits(null)).toBeNull()
})

it('shows a cover where the platform has one, unless an image beside the video is its thumbnail', () => {
  const shown = platformIds.filter((id) => showsCover(allPlatforms[id], false))
  expect(shown).toEqual([
    'instagram',
    'facebook',
    'tiktok',
    'youtube',
    'linkedin',
    'telegram',
    'website',
    'other',
  ])
  expect(platformIds.filter((id) => showsCover(allPlatforms[id], true))).toEqual(
    shown.filter((id) => id !== 'youtube'),
  )
})
