import { type ChosenMedium, MediaField } from '../files/media-field.tsx'
import type { Medium } from './editor-data.ts'

type Props = {
  media: readonly Medium[]
  isWritable: boolean
  language: string
  onChange: (media: Medium[]) => void
}

/** The images and videos of the main text or of a variant, as the editor keeps them. */
export function Media({ media, isWritable, language, onChange }: Props) {
  return (
    <MediaField
      media={media.map(asMedium)}
      isReadOnly={!isWritable}
      language={language}
      onChange={(chosen) => onChange(chosen.map(asMedium))}
    />
  )
}

/** One just uploaded belongs to no variant yet; one kept on this device by an earlier release has no words of a video. */
function asMedium(medium: ChosenMedium & { variantId?: string | null }): Medium {
  return {
    ...medium,
    variantId: medium.variantId ?? null,
    durationMs: medium.durationMs ?? null,
    captionsFileId: medium.captionsFileId ?? null,
    captionsName: medium.captionsName ?? null,
    posterFileId: medium.posterFileId ?? null,
    transcript: medium.transcript ?? '',
    focus: medium.focus ?? null,
  }
}
