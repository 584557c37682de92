import { captionsAddress, fileAddress } from './address.ts'

type Props = {
  medium: { fileId: string; captionsFileId: string | null }
  /** Of what is spoken. */
  language: string
  label: string
}

/** A video with its captions, loaded no further than its first picture until somebody plays it. */
export function Video({ medium, language, label }: Props) {
  return (
    <video
      key={medium.captionsFileId}
      className="sel-video"
      src={`${fileAddress(medium.fileId)}#t=0.1`}
      controls
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
