import { type TouchEvent, useRef } from 'react'

const SWIPE_PIXELS = 60

/** A swipe to the left shows the next week, to the right the one before. */
export function useSwipe(onSwipe: (steps: -1 | 1) => void) {
  const from = useRef<{ x: number; y: number } | null>(null)
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0]
      from.current =
        touch === undefined || event.touches.length > 1 ? null : { x: touch.clientX, y: touch.clientY }
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0]
      const start = from.current
      from.current = null
      if (touch === undefined || start === null) return
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y]
      if (Math.abs(x) > SWIPE_PIXELS && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 1 : -1)
    },
  }
}
