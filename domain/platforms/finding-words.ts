import type { FindingCode, PlatformFinding } from './platform.ts'

/** Key of a finding's sentence under `finding` in the words of this room. */
export type FindingKey =
  | FindingCode
  | 'text_too_long_with_links'
  | 'text_or_media_empty'
  | `${'media_shape' | 'video_shape'}_${'narrowest' | 'widest'}`

/**
 * The sentence of a finding and what it is filled with; the caller adds `platform`, the name under `subject`.
 * `count` is the number the plural turns on.
 */
export function findingWords(finding: PlatformFinding): {
  key: FindingKey
  values: Record<string, string | number | readonly string[]>
} {
  switch (finding.code) {
    case 'text_too_long': {
      const key = finding.data.linkCount > 0 ? 'text_too_long_with_links' : 'text_too_long'
      return { key, values: { ...finding.data, count: finding.data.over } }
    }
    case 'text_empty':
      return { key: finding.data.imageWouldDo ? 'text_or_media_empty' : 'text_empty', values: {} }
    case 'headline_too_long':
    case 'media_too_many':
    case 'alternative_text_too_long':
    case 'hashtags_too_many':
    case 'mentions_too_many':
    case 'links_too_many':
      return { key: finding.code, values: { ...finding.data, count: finding.data.over } }
    case 'videos_too_many':
      return { key: finding.code, values: { ...finding.data, count: finding.data.over } }
    case 'media_shape':
    case 'video_shape': {
      const { position, narrowest, widest } = finding.data
      if (widest === null)
        return { key: `${finding.code}_narrowest`, values: { position, narrowest: narrowest ?? '' } }
      if (narrowest === null) return { key: `${finding.code}_widest`, values: { position, widest } }
      return { key: finding.code, values: { position, narrowest, widest } }
    }
    case 'video_kind':
    case 'media_kind': {
      const { position, mimeType, kinds } = finding.data
      return {
        key: finding.code,
        values: { position, kind: kindName(mimeType), kinds: kinds.map(kindName) },
      }
    }
    default:
      return { key: finding.code, values: { ...finding.data } }
  }
}

function kindName(mimeType: string): string {
  const known: Record<string, string> = {
    'image/webp': 'WebP',
    'video/webm': 'WebM',
    'video/quicktime': 'MOV',
  }
  return known[mimeType] ?? mimeType.replace(/^(image|video)\//, '').toUpperCase()
}
