import type { Ref } from 'react'
import { captionsAddress, fileAddress } from './address.ts'

type Props = {
  medium: { fileId: string; captionsFileId: string | null; posterFileId: string | null }
  /** Of what is spoken. */
  language: string
  label: string
  /** What of it is shown where it is cut, as a place in CSS. */
  place?: string
  ref?: Ref<HTMLVideoElement>
}

/** A video with its captions, shown by its cover, else by its first picture, and loaded no further until somebody plays it. */
export function Video({ medium, language, label, place, ref }: Props) {
  // Asked for a frame, browsers show that instead of the cover.
  const frame = medium.posterFileId === null ? '#t=0.1' : ''
  return (
    <video
      key={medium.captionsFileId}
      ref={ref}
      className="sel-video"
      poster={medium.posterFileId === null ? undefined : fileAddress(medium.posterFileId)}
      src={`${fileAddress(medium.fileId)}${frame}`}
      controls
      style={{ objectPosition: place }}
      preload="metadata"
      aria-label={label}
    >
      <track
        kind="captions"
        default={medium.captionsFileId !== null}
        srcLang={language}
        src={medium.captionsFileId === null ? undefined : captionsAddress(medium.captionsFileId)}
      />
    </video>
  )
}
