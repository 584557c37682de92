import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUse, imageKinds, videoKinds } from '../../domain/files/limits.ts'
import type { FocusPoint } from '../../domain/platforms/crop.ts'
import { announce } from '../shell/announce.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { MediumRow } from './medium-row.tsx'
import { UploadLine } from './upload-line.tsx'
import { useUploads } from './use-uploads.ts'
import './files.css'

/** An image or a video as the editor reads and sends it; what is known of the file is for showing it. */
export type ChosenMedium = {
  fileId: string
  alternativeText: string
  captionsFileId: string | null
  captionsName: string | null
  posterFileId: string | null
  transcript: string
  focus: FocusPoint | null
  name: string
  mimeType: string
  sizeBytes: number
  widthPx: number
  heightPx: number
  durationMs: number | null
}

type Props<Medium extends ChosenMedium> = {
  media: readonly Medium[]
  onChange: (media: (Medium | ChosenMedium)[]) => void
  /** Shown, not editable. */
  isReadOnly?: boolean
  most?: number
  /** The language of alternative texts and transcripts. */
  language: string
}

/**
 * Images and videos in order, each with its alternative text, a video with its captions: chosen by a button or dropped,
 * moved by Naikkan and Turunkan. A file that is refused says why and changes nothing else.
 */
export function MediaField<Medium extends ChosenMedium>({
  media,
  onChange,
  isReadOnly = false,
  most = 20,
  language,
}: Props<Medium>) {
  const { t } = useTranslation('files')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef<readonly (Medium | ChosenMedium)[]>(media)
  latest.current = media
  const [isOver, setOver] = useState(false)
  const uploads = useUploads(({ id: fileId, ...facts }) => {
    const words = {
      alternativeText: '',
      captionsFileId: null,
      captionsName: null,
      posterFileId: null,
      transcript: '',
      focus: null,
    }
    if (fileUse(facts.mimeType) !== 'captions') change([...latest.current, { fileId, ...words, ...facts }])
  })
  const left = most - media.length - uploads.lines.length

  function take(chosen: FileList | null) {
    const wanted = [...(chosen ?? [])].slice(0, Math.max(0, left))
    uploads.take(wanted, (chosen?.length ?? 0) > wanted.length ? [t('most', { count: most })] : [])
  }

  function change(next: (Medium | ChosenMedium)[]) {
    latest.current = next
    onChange(next)
  }

  function move(from: number, to: number) {
    const next = [...media]
    next.splice(to, 0, ...next.splice(from, 1))
    change(next)
    announce(t('position', { position: to + 1, count: next.length }))
  }

  const drop = {
    onDragOver(event: DragEvent) {
      if (![...event.dataTransfer.types].includes('Files')) return
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer.files)
    },
  }

  return (
    <section className="sel-images" aria-labelledby={id} {...(isReadOnly ? {} : drop)}>
      <span id={id} className="sel-field-label">
        {t('media')}
      </span>
      {media.length === 0 && isReadOnly && <p className="sel-second">{t('none')}</p>}
      <ol>
        {media.map((medium, place) => (
          <li key={`${medium.fileId} ${occurrence(media, place)}`}>
            <MediumRow
              medium={medium}
              place={place}
              count={media.length}
              isReadOnly={isReadOnly}
              language={language}
              onChange={(changes) =>
                change(
                  latest.current.map((one, index) =>
                    index === place && one.fileId === medium.fileId ? { ...one, ...changes } : one,
                  ),
                )
              }
              onMove={(to) => move(place, to)}
              onRemove={() => change(media.filter((_, index) => index !== place))}
            />
          </li>
        ))}
      </ol>
      {uploads.lines.map((line) => (
        <UploadLine key={line.key} line={line} />
      ))}
      {uploads.problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {!isReadOnly && left > 0 && (
        <div className="sel-images-add" data-over={isOver || undefined}>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept={[...imageKinds, ...videoKinds].join(',')}
            aria-label={t('add')}
            onChange={(event) => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
          <ActionButton
            size="small"
            icon={<IconUpload size={16} aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {t('add')}
          </ActionButton>
          <span className="sel-second">{isOver ? t('dropHere') : t('drop')}</span>
        </div>
      )}
    </section>
  )
}

/** How often the same file stands before this place: one file may be chosen twice. */
function occurrence(media: readonly ChosenMedium[], place: number): number {
  return media.slice(0, place).filter((medium) => medium.fileId === media[place]?.fileId).length
}
