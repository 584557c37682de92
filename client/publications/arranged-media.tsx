import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUse } from '../../domain/files/limits.ts'
import { arrangementOf, type Carousel, cellShape, type Grid } from '../../domain/platforms/arrangement.ts'
import { cropOf, placeIn } from '../../domain/platforms/crop.ts'
import type { Platform } from '../../domain/platforms/platform.ts'
import type { Ratio } from '../../domain/platforms/ratio.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { MediumWords, OneMedium, type PreviewedMedium } from './post-media.tsx'

type Sized = PreviewedMedium & { widthPx: number; heightPx: number }
export type Arranged = { arrangement: Grid | Carousel; media: readonly Sized[]; source: string; asOf: string }

/** How the platform shows these together; null where each stands by itself, or the files are not there any more. */
export function arrangedBy(
  rules: Pick<Platform, 'several' | 'videoIsApart'>,
  media: readonly PreviewedMedium[],
): Arranged | null {
  if (rules.several === null) return null
  const isVideo = ({ mimeType }: PreviewedMedium) => fileUse(mimeType ?? 'image/') === 'video'
  if (rules.videoIsApart && media.some(isVideo)) return null
  const sized = media.filter((medium): medium is Sized =>
    Boolean(medium.fileId && medium.widthPx && medium.heightPx),
  )
  if (sized.length < media.length) return null
  const { style, source, asOf } = rules.several
  const arrangement = arrangementOf(style, sized)
  return arrangement && { arrangement, media: sized, source, asOf }
}

/** Images and videos of one post beside each other or one after the other, as its platform shows them, and their words. */
export function ArrangedMedia({ arranged, language }: { arranged: Arranged; language: string }) {
  const { t } = useTranslation('publications')
  const { arrangement, media, source, asOf } = arranged
  return (
    <div className="sel-arranged">
      {arrangement.kind === 'grid' ? (
        <GridOf grid={arrangement} media={media} language={language} />
      ) : (
        <CarouselOf carousel={arrangement} media={media} language={language} />
      )}
      <ol className="sel-arranged-words">
        {media.map((medium, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one file may stand twice; its place is what names it
          <li key={`${medium.fileId} ${index}`}>
            <MediumWords medium={medium} language={language} />
          </li>
        ))}
      </ol>
      <p className="sel-second">{t('frames.source', { source, asOf })}</p>
    </div>
  )
}

type PartProps = { media: readonly Sized[]; language: string }

function GridOf({ grid, media, language }: PartProps & { grid: Grid }) {
  const { t } = useTranslation('publications')
  return (
    <div
      className="sel-arranged-grid"
      style={{
        aspectRatio: `${grid.shape[0]} / ${grid.shape[1]}`,
        gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${grid.rows}, minmax(0, 1fr))`,
      }}
    >
      {grid.cells.map((cell, index) => {
        const medium = media[index]
        if (medium === undefined) return null
        return (
          <div
            key={`${cell.column} ${cell.row}`}
            className="sel-arranged-cell"
            style={{
              gridColumn: `${cell.column} / span ${cell.columns}`,
              gridRow: `${cell.row} / span ${cell.rows}`,
            }}
          >
            <Cut medium={medium} position={index + 1} shape={cellShape(grid, cell)} language={language} />
            {grid.more > 0 && index === grid.cells.length - 1 && (
              <span className="sel-arranged-more">
                <span aria-hidden>{t('arranged.more', { count: grid.more })}</span>
                <span className="sel-hidden">{t('arranged.moreSaid', { count: grid.more })}</span>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}

function CarouselOf({ carousel, media, language }: PartProps & { carousel: Carousel }) {
  const { t } = useTranslation('publications')
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, media.length - 1)
  const medium = media[index]
  if (medium === undefined) return null
  const count = media.length
  return (
    <div className="sel-carousel">
      <div
        className="sel-arranged-cell"
        style={{ aspectRatio: `${carousel.shape[0]} / ${carousel.shape[1]}` }}
      >
        <Cut key={index} medium={medium} position={index + 1} shape={carousel.shape} language={language} />
        <span className="sel-carousel-count" aria-live="polite">
          {t('arranged.nth', { position: index + 1, count })}
        </span>
      </div>
      <div className="sel-carousel-acts">
        <ActionButton
          size="small"
          weight="quiet"
          icon={<IconChevronLeft size={16} aria-hidden />}
          onClick={() => setChosen((index + count - 1) % count)}
        >
          {t('arranged.before')}
        </ActionButton>
        <span className="sel-carousel-dots" aria-hidden>
          {media.map((one, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one file may stand twice; its place is what names it
            <span key={`${one.fileId} ${place}`} data-here={place === index || undefined} />
          ))}
        </span>
        <ActionButton
          size="small"
          weight="quiet"
          icon={<IconChevronRight size={16} aria-hidden />}
          onClick={() => setChosen((index + 1) % count)}
        >
          {t('arranged.after')}
        </ActionButton>
      </div>
    </div>
  )
}

function Cut({ shape, ...one }: { medium: Sized; position: number; shape: Ratio; language: string }) {
  return <OneMedium {...one} place={placeIn(cropOf(one.medium, { shape, fit: 'cut' }))} />
}
