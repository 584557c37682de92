import { IconPhoto, IconUpload } from '@tabler/icons-react'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUse, imageKinds } from '../../domain/files/limits.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { fileAddress, thumbnailAddress } from './address.ts'
import type { ChosenMedium } from './media-field.tsx'
import { takeFrame } from './take-frame.ts'
import { UploadLine } from './upload-line.tsx'
import { useUploads } from './use-uploads.ts'

type Props = {
  medium: ChosenMedium
  position: number
  /** The one from which a frame is taken. */
  video: RefObject<HTMLVideoElement | null>
  isReadOnly: boolean
  onChange: (changes: { posterFileId: string | null }) => void
}

/** The picture by which a video is shown before it plays: a frame of it, or an image of its own. */
export function PosterField({ medium, position, video, isReadOnly, onChange }: Props) {
  const { t } = useTranslation('files')
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<'posterFault' | 'notPicture' | null>(null)
  const uploads = useUploads((file) => {
    const isPicture = fileUse(file.mimeType) === 'image'
    setProblem(isPicture ? null : 'notPicture')
    if (isPicture) onChange({ posterFileId: file.id })
  })
  const { posterFileId } = medium
  if (isReadOnly && posterFileId === null) return null

  async function take() {
    setProblem(null)
    const name = `${medium.name.replace(/\.[^.]*$/, '')}-${Math.round((video.current?.currentTime ?? 0) * 10) / 10}s.jpg`
    const frame = video.current && (await takeFrame(video.current, name))
    if (frame) uploads.take([frame])
    else setProblem('posterFault')
  }

  return (
    <fieldset className="sel-poster">
      <legend className="sel-field-label">
        {t('poster')}
        <span className="sel-hidden"> {t('ofVideo', { position })}</span>
      </legend>
      {posterFileId !== null && (
        <a href={fileAddress(posterFileId)} target="_blank" rel="noreferrer" className="sel-poster-shown">
          <img src={thumbnailAddress(posterFileId)} alt={t('open')} loading="lazy" />
        </a>
      )}
      {uploads.lines.map((line) => (
        <UploadLine key={line.key} line={line} />
      ))}
      {[...uploads.problems, ...(problem === null ? [] : [t(problem)])].map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {!isReadOnly && (
        <>
          {posterFileId === null && <p className="sel-second">{t('posterHint')}</p>}
          <div className="sel-image-acts">
            <ActionButton size="small" icon={<IconPhoto size={16} aria-hidden />} onClick={() => void take()}>
              {t('takePoster')}
              <span className="sel-hidden"> {t('ofVideo', { position })}</span>
            </ActionButton>
            <input
              ref={input}
              type="file"
              hidden
              accept={imageKinds.join(',')}
              aria-label={t('otherPoster')}
              onChange={(event) => {
                setProblem(null)
                uploads.take([...(event.currentTarget.files ?? [])])
                event.currentTarget.value = ''
              }}
            />
            <ActionButton
              size="small"
              icon={<IconUpload size={16} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {t('otherPoster')}
              <span className="sel-hidden"> {t('ofVideo', { position })}</span>
            </ActionButton>
            {posterFileId !== null && (
              <button
                type="button"
                className="sel-link"
                aria-label={t('removePosterOf', { position })}
                onClick={() => onChange({ posterFileId: null })}
              >
                {t('removePoster')}
              </button>
            )}
          </div>
        </>
      )}
    </fieldset>
  )
}
