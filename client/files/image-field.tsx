import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { imageKinds } from '../../domain/files/limits.ts'
import { announce } from '../shell/announce.ts'
import { useRefusalSentence } from '../shell/refusal-sentence.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { FieldError } from '../ui/field-error.tsx'
import { ImageRow } from './image-row.tsx'
import { uploadImage } from './upload.ts'
import './files.css'

/** An image as the editor reads and sends it; what is known of the file is for showing it. */
export type ChosenImage = {
  fileId: string
  alternativeText: string
  name?: string
  widthPx?: number
  heightPx?: number
  sizeBytes?: number
}

type Props = {
  images: readonly ChosenImage[]
  onChange: (images: ChosenImage[]) => void
  /** Shown, not editable. */
  isReadOnly?: boolean
  most?: number
  /** A sentence per image (by its place, from 0) about its alternative text or the image itself. */
  sentences?: Readonly<Record<number, string>>
  /** The heading; "Gambar" by default. */
  label?: string
}

/**
 * Images in order, each with its alternative text: chosen by a button or dropped, moved by Naikkan and Turunkan. A file
 * that is refused says why and changes nothing else.
 */
export function ImageField({
  images,
  onChange,
  isReadOnly = false,
  most = 20,
  sentences = {},
  label,
}: Props) {
  const { t } = useTranslation('files')
  const say = useRefusalSentence()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const latest = useRef(images)
  latest.current = images
  const [uploading, setUploading] = useState<string[]>([])
  const [problems, setProblems] = useState<string[]>([])
  const [isOver, setOver] = useState(false)
  const hasRoom = images.length + uploading.length < most

  async function take(chosen: FileList | null) {
    const wanted = [...(chosen ?? [])].slice(0, Math.max(0, most - images.length))
    setProblems((chosen?.length ?? 0) > wanted.length ? [t('most', { count: most })] : [])
    setUploading(wanted.map((file) => file.name))
    for (const file of wanted) {
      const outcome = await uploadImage(file)
      setUploading((before) => before.filter((name) => name !== file.name))
      if ('file' in outcome) {
        const { id: fileId, ...facts } = outcome.file
        change([...latest.current, { fileId, alternativeText: '', ...facts }])
        announce(t('uploaded', { name: file.name }))
      } else {
        const { failure } = outcome
        const sentence =
          failure.kind === 'refused'
            ? say(failure)
            : t(failure.kind === 'offline' ? 'offline' : 'faulty', { name: file.name })
        setProblems((before) => [...before, sentence ?? ''])
      }
    }
  }

  function change(next: ChosenImage[]) {
    latest.current = next
    onChange(next)
  }

  function move(from: number, to: number) {
    const next = [...images]
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
      void take(event.dataTransfer.files)
    },
  }

  return (
    <section className="sel-images" aria-labelledby={id} {...(isReadOnly ? {} : drop)}>
      <span id={id} className="sel-field-label">
        {label ?? t('images')}
      </span>
      {images.length === 0 && isReadOnly && <p className="sel-second">{t('none')}</p>}
      <ol>
        {images.map((image, place) => (
          <li key={`${image.fileId} ${occurrence(images, place)}`}>
            <ImageRow
              image={image}
              place={place}
              count={images.length}
              isReadOnly={isReadOnly}
              sentence={sentences[place]}
              onText={(alternativeText) =>
                change(images.map((one, index) => (index === place ? { ...one, alternativeText } : one)))
              }
              onMove={(to) => move(place, to)}
              onRemove={() => change(images.filter((_, index) => index !== place))}
            />
          </li>
        ))}
      </ol>
      {uploading.map((name) => (
        <p key={name} role="status" className="sel-second">
          {t('uploading', { name })}
        </p>
      ))}
      {problems.map((sentence) => (
        <FieldError key={sentence}>{sentence}</FieldError>
      ))}
      {!isReadOnly && hasRoom && (
        <div className="sel-images-add" data-over={isOver || undefined}>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            accept={imageKinds.join(',')}
            aria-label={t('add')}
            onChange={(event) => {
              void take(event.currentTarget.files)
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
function occurrence(images: readonly ChosenImage[], place: number): number {
  return images.slice(0, place).filter((image) => image.fileId === images[place]?.fileId).length
}
