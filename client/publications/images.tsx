import { useRef } from 'react'
import { type ChosenImage, ImageField } from '../files/image-field.tsx'
import type { Image } from './editor-data.ts'

type Props = {
  images: readonly Image[]
  isWritable: boolean
  onChange: (images: Image[]) => void
}

/** The images of the main text or of a variant, as the editor keeps them. */
export function Images({ images, isWritable, onChange }: Props) {
  const known = useRef(new Map<string, Image>())
  for (const image of images) known.current.set(image.fileId, image)
  return (
    <ImageField
      images={images}
      isReadOnly={!isWritable}
      onChange={(chosen) =>
        onChange(chosen.map((image) => ({ ...asImage(image), ...known.current.get(image.fileId), ...image })))
      }
    />
  )
}

/** An image just uploaded, with whatever its answer told of it. */
function asImage(image: ChosenImage & { mimeType?: string }): Image {
  return {
    variantId: null,
    fileId: image.fileId,
    name: image.name ?? '',
    mimeType: image.mimeType ?? 'image/png',
    sizeBytes: image.sizeBytes ?? 0,
    widthPx: image.widthPx ?? 1,
    heightPx: image.heightPx ?? 1,
    alternativeText: image.alternativeText,
  }
}
