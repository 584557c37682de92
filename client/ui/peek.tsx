import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useKeys } from '../shell/keys.ts'
import { useIsPhone } from '../shell/phone.ts'
import { subscribeUndo } from '../shell/undo.ts'
import './parts.css'

const GAP = 8
const WIDTH = 320

type Props = {
  /** What it stands beside, never over; focus returns there. */
  anchor: HTMLElement
  label: string
  onClose: () => void
  children: ReactNode
  /** Where the focus goes when it opens: the element marked `data-first`, else the peek itself. */
  takesFocus?: boolean
  /** `below` for what hangs from a button of a bar. */
  side?: 'beside' | 'below'
}

/**
 * What floats beside a thing and says more of it; on the phone a sheet from below. Closed by Escape, by its button and
 * by a press elsewhere. Not modal: the page behind stays in reach.
 */
export function Peek({ anchor, label, onClose, children, takesFocus = true, side = 'beside' }: Props) {
  const { t } = useTranslation('ui')
  const isPhone = useIsPhone()
  const element = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number; maxHeight: number } | null>(null)
  const close = useRef(onClose)
  close.current = onClose

  const position = useCallback(() => {
    const box = anchor.getBoundingClientRect()
    const height = element.current?.offsetHeight ?? 0
    setPlace(side === 'beside' ? besideOf(box, height, floorAt()) : belowOf(box))
  }, [anchor, side])

  // A bar with the way back comes and goes by itself: the peek stands clear of it.
  useEffect(() => subscribeUndo(() => requestAnimationFrame(position)), [position])

  useLayoutEffect(() => {
    position()
    const grown = new ResizeObserver(position)
    if (element.current !== null) grown.observe(element.current)
    addEventListener('resize', position)
    addEventListener('scroll', position, { capture: true, passive: true })
    return () => {
      grown.disconnect()
      removeEventListener('resize', position)
      removeEventListener('scroll', position, { capture: true })
    }
  }, [position])

  useEffect(() => {
    if (!takesFocus) return
    const first = element.current?.querySelector<HTMLElement>('[data-first]') ?? element.current
    first?.focus({ preventScroll: true })
    return () => {
      if (element.current === null || document.activeElement === document.body)
        anchor.focus({ preventScroll: true })
    }
  }, [anchor, takesFocus])

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (!target || element.current?.contains(target) || anchor.contains(target)) return
      if (target.closest('[data-portal="true"], .mantine-Popover-dropdown, .mantine-Menu-dropdown')) return
      close.current()
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [anchor])

  useKeys([
    {
      keys: 'Escape',
      run: () => {
        onClose()
        anchor.focus({ preventScroll: true })
      },
    },
  ])

  return createPortal(
    <div
      ref={element}
      className="sel-peek"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      style={isPhone ? undefined : (place ?? { left: 0, top: 0, opacity: 0 })}
    >
      <ActionIcon
        size="sm"
        aria-label={t('actions.close')}
        style={{ position: 'absolute', insetInlineEnd: 10, insetBlockStart: 10 }}
        onClick={() => {
          onClose()
          anchor.focus({ preventScroll: true })
        }}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
      {children}
    </div>,
    document.body,
  )
}

/** How far down it may reach: to the bars that float at the foot of the page, else to its end. */
function floorAt(): number {
  const bars = [...document.querySelectorAll('.sel-undo, .cal-move-bar')]
  return Math.min(innerHeight, ...bars.map((bar) => bar.getBoundingClientRect().top))
}

/** Right of the box where there is room, else left, else below; always whole on the screen. */
function besideOf(
  box: DOMRect,
  height: number,
  floor: number,
): { left: number; top: number; maxHeight: number } {
  const room = { width: document.documentElement.clientWidth, height: floor }
  const maxHeight = room.height - 2 * GAP
  const shown = Math.min(height, maxHeight)
  const top = Math.max(GAP, Math.min(box.top, room.height - shown - GAP))
  if (box.right + GAP + WIDTH <= room.width - GAP) return { left: box.right + GAP, top, maxHeight }
  if (box.left - GAP - WIDTH >= GAP) return { left: box.left - GAP - WIDTH, top, maxHeight }
  const left = Math.max(GAP, Math.min(box.left, room.width - WIDTH - GAP))
  const below = room.height - box.bottom
  const isBelow = below >= box.top
  const fitting = Math.min(height, (isBelow ? below : box.top) - 2 * GAP)
  return {
    left,
    top: isBelow ? box.bottom + GAP : box.top - GAP - fitting,
    maxHeight: Math.max(fitting, 160),
  }
}

/** Below the box, its right ends in line. */
function belowOf(box: DOMRect): { left: number; top: number; maxHeight: number } {
  const left = Math.max(GAP, Math.min(box.right - WIDTH, document.documentElement.clientWidth - WIDTH - GAP))
  return { left, top: box.bottom + GAP, maxHeight: innerHeight - box.bottom - 2 * GAP }
}
