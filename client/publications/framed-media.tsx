import { useTranslation } from 'react-i18next'
import { fileUse } from '../../domain/files/limits.ts'
import { type Crop, cropOf, placeIn } from '../../domain/platforms/crop.ts'
import type { Frame } from '../../domain/platforms/platform.ts'
import { fileAddress } from '../files/address.ts'
import type { PreviewedMedium } from './post-media.tsx'

type Props = { media: readonly PreviewedMedium[]; frames: readonly Frame[] }

/** Each image and video as the platform's frames cut it, in words too, with the part that its buttons leave free. */
export function FramedMedia({ media, frames }: Props) {
  const { t } = useTranslation('publications')
  const shown = frames
    .map((frame) => ({ frame, inIt: media.flatMap((medium, place) => placedIn(medium, place, frame)) }))
    .filter(({ inIt }) => inIt.length > 0)
  if (shown.length === 0) return null
  return (
    <details className="sel-crops">
      <summary>{t('frames.title')}</summary>
      {shown.map(({ frame, inIt }) => (
        <section key={`${frame.use} ${frame.of}`} aria-label={nameOf(frame)}>
          <h3>{nameOf(frame)}</h3>
          <ol>
            {inIt.map((one) => (
              <li key={one.position}>
                <Framed {...one} frame={frame} />
              </li>
            ))}
          </ol>
          <p className="sel-second">
            {frame.safe !== undefined && `${t('frames.safe')} `}
            {t('frames.source', { source: frame.source, asOf: frame.asOf })}
          </p>
        </section>
      ))}
    </details>
  )

  function nameOf({ use, shape }: Frame): string {
    return t(`frames.use.${use}`, { shape: shape.join(':') })
  }
}

type Placed = { medium: PreviewedMedium & { fileId: string }; position: number; isVideo: boolean }

function placedIn(medium: PreviewedMedium, place: number, frame: Frame): Placed[] {
  const { fileId, mimeType, widthPx, heightPx } = medium
  if (fileId === null || !widthPx || !heightPx) return []
  const isVideo = fileUse(mimeType ?? 'image/') === 'video'
  if (frame.of !== 'both' && frame.of !== (isVideo ? 'video' : 'image')) return []
  return [{ medium: { ...medium, fileId }, position: place + 1, isVideo }]
}

function Framed({ medium, position, isVideo, frame }: Placed & { frame: Frame }) {
  const { t } = useTranslation('publications')
  const { widthPx, heightPx, focus } = medium
  const crop = cropOf({ widthPx: widthPx ?? 1, heightPx: heightPx ?? 1, focus }, frame)
  const shown = { objectFit: crop.hasBars ? 'contain' : 'cover', objectPosition: placeIn(crop) } as const
  return (
    <figure>
      <div className="sel-crop" style={{ aspectRatio: `${crop.shape[0]} / ${crop.shape[1]}` }}>
        {isVideo && medium.posterFileId === null ? (
          <video
            src={`${fileAddress(medium.fileId)}#t=0.1`}
            preload="metadata"
            muted
            aria-label={medium.alternativeText}
            style={shown}
          />
        ) : (
          <img
            src={fileAddress(medium.posterFileId ?? medium.fileId)}
            alt={medium.alternativeText}
            loading="lazy"
            style={shown}
          />
        )}
        {frame.safe !== undefined && (
          <span
            className="sel-crop-safe"
            style={{
              insetBlockStart: `${frame.safe.top * 100}%`,
              insetInlineEnd: `${frame.safe.right * 100}%`,
              insetBlockEnd: `${frame.safe.bottom * 100}%`,
              insetInlineStart: `${frame.safe.left * 100}%`,
            }}
          />
        )}
      </div>
      <figcaption>{`${t('frames.nth', { position })} ${words()}`}</figcaption>
    </figure>
  )

  function words(): string {
    if (crop.lost === 'none') return t(crop.hasBars ? 'frames.bars' : 'frames.whole')
    const [percent, first] = [percentOf(crop.lostPart), percentOf(crop.lostBefore)]
    if (isEven(crop)) return t(`frames.lost.${crop.lost}`, { percent })
    const ends = crop.lost === 'sides' ? (['left', 'right'] as const) : (['top', 'bottom'] as const)
    if (first === 0) return t(`frames.lostAt.${ends[1]}`, { percent })
    if (first === percent) return t(`frames.lostAt.${ends[0]}`, { percent })
    return t(`frames.lostUneven.${crop.lost}`, { first, last: percent - first })
  }
}

const percentOf = (part: number) => Math.round(part * 100)

function isEven({ lostPart, lostBefore }: Crop): boolean {
  return Math.abs(lostPart / 2 - lostBefore) < 0.005
}
