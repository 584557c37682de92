import { Textarea } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChosenImage } from './image-field.tsx'
import { fileAddress } from './upload.ts'

type Props = {
  image: ChosenImage
  /** From 0. */
  place: number
  count: number
  isReadOnly: boolean
  sentence?: string
  onText: (alternativeText: string) => void
  onMove: (to: number) => void
  onRemove: () => void
}

export function ImageRow({ image, place, count, isReadOnly, sentence, ...on }: Props) {
  const { t } = useTranslation('files')
  const id = useId()
  const position = place + 1
  const { name, widthPx: width, heightPx: height, sizeBytes } = image
  return (
    <div className="sel-image">
      <a href={fileAddress(image.fileId)} target="_blank" rel="noreferrer" aria-label={t('open')}>
        <img src={fileAddress(image.fileId)} alt={image.alternativeText} loading="lazy" />
      </a>
      <div className="sel-image-words">
        <span className="sel-second">
          {name !== undefined && width !== undefined && height !== undefined && sizeBytes !== undefined
            ? t('facts', { name, width, height, sizeBytes })
            : t('position', { position, count })}
        </span>
        {isReadOnly ? (
          <p>{image.alternativeText}</p>
        ) : (
          <>
            <Textarea
              id={id}
              label={
                <>
                  {t('alternativeText')}
                  <span className="sel-hidden">, {t('position', { position, count })}</span>
                </>
              }
              description={image.alternativeText === '' ? t('alternativeTextHint') : undefined}
              value={image.alternativeText}
              error={sentence}
              autosize
              minRows={1}
              maxRows={6}
              onChange={(event) => on.onText(event.currentTarget.value)}
            />
            <div className="sel-image-acts">
              {place > 0 && (
                <button
                  type="button"
                  className="sel-link"
                  aria-label={t('upOf', { position })}
                  onClick={() => on.onMove(place - 1)}
                >
                  {t('up')}
                </button>
              )}
              {place < count - 1 && (
                <button
                  type="button"
                  className="sel-link"
                  aria-label={t('downOf', { position })}
                  onClick={() => on.onMove(place + 1)}
                >
                  {t('down')}
                </button>
              )}
              <button
                type="button"
                className="sel-link"
                aria-label={t('removeOf', { position })}
                onClick={on.onRemove}
              >
                {t('remove')}
              </button>
            </div>
          </>
        )}
      </div>
    </div>
  )
}
