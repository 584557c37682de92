import { Textarea } from '@mantine/core'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUse } from '../../domain/files/limits.ts'
import { cropOf, placeIn } from '../../domain/platforms/crop.ts'
import { fileAddress, thumbnailAddress } from './address.ts'
import { CaptionsField } from './captions-field.tsx'
import { FocusField } from './focus-field.tsx'
import type { ChosenMedium } from './media-field.tsx'
import { PosterField } from './poster-field.tsx'
import { Video } from './video.tsx'

type Words = Pick<
  ChosenMedium,
  'alternativeText' | 'captionsFileId' | 'captionsName' | 'posterFileId' | 'transcript' | 'focus'
>

type Props = {
  medium: ChosenMedium
  /** From 0. */
  place: number
  count: number
  isReadOnly: boolean
  language: string
  onChange: (changes: Partial<Words>) => void
  onMove: (to: number) => void
  onRemove: () => void
}

const SQUARE = { shape: [1, 1], fit: 'cut' } as const

export function MediumRow({ medium, place, count, isReadOnly, language, ...on }: Props) {
  const { t } = useTranslation('files')
  const id = useId()
  const video = useRef<HTMLVideoElement>(null)
  const position = place + 1
  const isVideo = fileUse(medium.mimeType) === 'video'
  const kind = t(isVideo ? 'kind.video' : 'kind.image')
  return (
    <div className="sel-image">
      {isVideo ? (
        <Video
          ref={video}
          medium={{ ...medium, posterFileId: null }}
          language={language}
          label={t('videoOf', { position })}
        />
      ) : (
        <a href={fileAddress(medium.fileId)} target="_blank" rel="noreferrer" aria-label={t('open')}>
          <img
            src={thumbnailAddress(medium.fileId)}
            alt={medium.alternativeText}
            loading="lazy"
            style={{ objectPosition: placeIn(cropOf(medium, SQUARE)) }}
          />
        </a>
      )}
      <div className="sel-image-words">
        <span className="sel-second">{t(isVideo ? 'videoFacts' : 'facts', factsOf(medium))}</span>
        {isReadOnly ? (
          <p lang={language}>{medium.alternativeText}</p>
        ) : (
          <Textarea
            id={id}
            lang={language}
            label={
              <>
                {t(isVideo ? 'describedVideo' : 'alternativeText')}
                <span className="sel-hidden">, {t('position', { position, count })}</span>
              </>
            }
            description={
              medium.alternativeText === ''
                ? t(isVideo ? 'describedVideoHint' : 'alternativeTextHint')
                : undefined
            }
            value={medium.alternativeText}
            autosize
            minRows={1}
            maxRows={6}
            onChange={(event) => on.onChange({ alternativeText: event.currentTarget.value })}
          />
        )}
        {isVideo && (
          <CaptionsField
            medium={medium}
            position={position}
            isReadOnly={isReadOnly}
            language={language}
            onChange={on.onChange}
          />
        )}
        {isVideo && (
          <PosterField
            medium={medium}
            position={position}
            video={video}
            isReadOnly={isReadOnly}
            onChange={on.onChange}
          />
        )}
        {!isVideo && (
          <FocusField medium={medium} position={position} isReadOnly={isReadOnly} onChange={on.onChange} />
        )}
        {!isReadOnly && (
          <div className="sel-image-acts">
            {place > 0 && (
              <button
                type="button"
                className="sel-link"
                aria-label={t('upOf', { kind, position })}
                onClick={() => on.onMove(place - 1)}
              >
                {t('up')}
              </button>
            )}
            {place < count - 1 && (
              <button
                type="button"
                className="sel-link"
                aria-label={t('downOf', { kind, position })}
                onClick={() => on.onMove(place + 1)}
              >
                {t('down')}
              </button>
            )}
            <button
              type="button"
              className="sel-link"
              aria-label={t('removeOf', { kind, position })}
              onClick={on.onRemove}
            >
              {t('remove')}
            </button>
          </div>
        )}
      </div>
    </div>
  )
}

function factsOf({ name, widthPx: width, heightPx: height, sizeBytes, durationMs }: ChosenMedium) {
  const seconds = Math.round((durationMs ?? 0) / 1000)
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return { name, width, height, sizeBytes, length }
}
