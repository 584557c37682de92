import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type FocusPoint, MIDDLE } from '../../domain/platforms/crop.ts'
import { NumberField } from '../agency/number-field.tsx'
import { thumbnailAddress } from './address.ts'
import type { ChosenMedium } from './media-field.tsx'

/** As long as a thumbnail's longer side. */
const LONG_SIDE_PX = 320

type Props = {
  medium: ChosenMedium
  position: number
  isReadOnly: boolean
  onChange: (changes: { focus: FocusPoint | null }) => void
}

/**
 * The point of an image that must stay in view where a platform cuts it: pressed or dragged on the picture, moved by
 * the arrow keys, or typed. It steers previews and the advice at hand-over; the file itself is handed over whole.
 */
export function FocusField({ medium, position, isReadOnly, onChange }: Props) {
  const { t } = useTranslation('files')
  const id = useId()
  const picture = useRef<HTMLDivElement>(null)
  const marker = useRef<HTMLSpanElement>(null)
  const { x, y } = medium.focus ?? MIDDLE
  const said = t('focusAt', { x, y })
  if (isReadOnly)
    return medium.focus === null ? null : <span className="sel-second">{t('focusIs', { said })}</span>

  function set(next: FocusPoint) {
    const point = { x: within(next.x), y: within(next.y) }
    onChange({ focus: point.x === MIDDLE.x && point.y === MIDDLE.y ? null : point })
  }

  function take(event: PointerEvent) {
    const area = picture.current?.getBoundingClientRect()
    if (area === undefined || area.width === 0 || area.height === 0) return
    set({
      x: ((event.clientX - area.left) / area.width) * 100,
      y: ((event.clientY - area.top) / area.height) * 100,
    })
  }

  function press(event: KeyboardEvent) {
    const by = event.shiftKey ? 10 : 1
    const steps: Partial<Record<string, FocusPoint>> = {
      ArrowLeft: { x: -by, y: 0 },
      ArrowRight: { x: by, y: 0 },
      ArrowUp: { x: 0, y: -by },
      ArrowDown: { x: 0, y: by },
    }
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    set({ x: x + step.x, y: y + step.y })
  }

  return (
    <details className="sel-focus">
      <summary>
        {t('focus')}
        <span className="sel-hidden"> {t('ofImage', { position })}</span>
        <span className="sel-second">, {medium.focus === null ? t('focusMiddle') : said}</span>
      </summary>
      <p className="sel-second" id={`${id}-hint`}>
        {t('focusHint')}
      </p>
      <div
        ref={picture}
        className="sel-focus-picture"
        style={{
          aspectRatio: `${medium.widthPx} / ${medium.heightPx}`,
          maxWidth: `${Math.round(LONG_SIDE_PX * Math.min(1, medium.widthPx / medium.heightPx))}px`,
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          take(event)
          marker.current?.focus({ preventScroll: true })
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) take(event)
        }}
      >
        <img src={thumbnailAddress(medium.fileId)} alt="" draggable={false} />
        <span
          ref={marker}
          role="slider"
          tabIndex={0}
          className="sel-focus-marker"
          style={{ insetInlineStart: `${x}%`, insetBlockStart: `${y}%` }}
          aria-label={t('focusOf', { position })}
          aria-describedby={`${id}-hint`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={x}
          aria-valuetext={said}
          onKeyDown={press}
        />
      </div>
      <div className="sel-focus-figures">
        <NumberField
          id={`${id}-x`}
          label={t('focusLeft')}
          value={x}
          onChange={(typed) => set({ x: typed ?? 0, y })}
        />
        <NumberField
          id={`${id}-y`}
          label={t('focusTop')}
          value={y}
          onChange={(typed) => set({ x, y: typed ?? 0 })}
        />
        {medium.focus !== null && (
          <button type="button" className="sel-link" onClick={() => onChange({ focus: null })}>
            {t('focusToMiddle')}
          </button>
        )}
      </div>
    </details>
  )
}

const within = (percent: number) => Math.min(100, Math.max(0, Math.round(percent)))
