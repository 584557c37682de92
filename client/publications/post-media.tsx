import { useTranslation } from 'react-i18next'
import { fileUse } from '../../domain/files/limits.ts'
import type { FocusPoint } from '../../domain/platforms/crop.ts'
import { fileAddress } from '../files/address.ts'
import { Video } from '../files/video.tsx'
import '../files/files.css'

export type PreviewedMedium = {
  fileId: string | null
  mimeType: string | null
  alternativeText: string
  captionsFileId: string | null
  posterFileId: string | null
  transcript: string
  widthPx: number | null
  heightPx: number | null
  focus: FocusPoint | null
}

/** Images and videos of a post in their order, whole, each with what is read aloud or written under it. */
export function PostMedia({ media, language }: { media: readonly PreviewedMedium[]; language: string }) {
  return (
    <ol className="sel-post-images" data-count={Math.min(media.length, 4)}>
      {media.map((medium, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one file may stand twice; its place is what names it
        <li key={`${medium.fileId} ${index}`}>
          <OneMedium medium={medium} language={language} position={index + 1} />
          <MediumWords medium={medium} language={language} />
        </li>
      ))}
    </ol>
  )
}

/** What is read aloud of an image, or stands in for the sound of a video. */
export function MediumWords({ medium, language }: { medium: PreviewedMedium; language: string }) {
  const { t } = useTranslation('publications')
  if (fileUse(medium.mimeType ?? 'image/') === 'video') {
    return <VideoWords medium={medium} language={language} />
  }
  return (
    <span className="sel-post-alt">
      <b>{t('preview.altPrefix')}</b>{' '}
      {medium.alternativeText === '' ? t('preview.altMissing') : medium.alternativeText}
    </span>
  )
}

type OneProps = {
  medium: PreviewedMedium
  language: string
  position: number
  /** What of it is shown where it is cut, as a place in CSS. */
  place?: string
}

/** One image or video of a post. */
export function OneMedium({ medium, language, position, place }: OneProps) {
  const { t } = useTranslation(['publications', 'files'])
  const { fileId, captionsFileId, posterFileId, mimeType } = medium
  if (fileId === null) return <span className="sel-second">{t('preview.noImage')}</span>
  if (fileUse(mimeType ?? 'image/') === 'video') {
    const label = t('files:videoOf', { position })
    return (
      <Video
        medium={{ fileId, captionsFileId, posterFileId }}
        language={language}
        label={label}
        place={place}
      />
    )
  }
  return (
    <img
      src={fileAddress(fileId)}
      alt={medium.alternativeText}
      width={medium.widthPx ?? undefined}
      height={medium.heightPx ?? undefined}
      loading="lazy"
      style={{ objectPosition: place }}
    />
  )
}

/** What stands in for the sound, and what is described of the picture. */
function VideoWords({ medium, language }: { medium: PreviewedMedium; language: string }) {
  const { t } = useTranslation('publications')
  const { alternativeText, captionsFileId, transcript } = medium
  const isWordless = captionsFileId === null && transcript === ''
  return (
    <span className="sel-post-alt">
      <b>{t('preview.captionsPrefix')}</b>{' '}
      {t(
        isWordless
          ? 'preview.captionsMissing'
          : captionsFileId === null
            ? 'preview.transcriptOnly'
            : 'preview.captionsThere',
      )}
      {transcript !== '' && (
        <details>
          <summary>{t('preview.transcript')}</summary>
          <span className="sel-transcript" lang={language}>
            {transcript}
          </span>
        </details>
      )}
      {alternativeText !== '' && <span lang={language}> {alternativeText}</span>}
    </span>
  )
}
