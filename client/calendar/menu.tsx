import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useKeys } from '../shell/keys.ts'
import './calendar.css'

type Props = {
  /** The button's words, or its name where it shows an icon alone. */
  label: string
  icon?: ReactNode
  /** Draws the button as an outlined choice. */
  look?: 'outlined' | 'bare'
  isChosen?: boolean
  isAtEnd?: boolean
  children: (close: () => void) => ReactNode
}

/** A button and what unfolds under it; closed by Escape, by a press elsewhere and by leaving it. */
export function Menu({ label, icon, look = 'bare', isChosen = false, isAtEnd = false, children }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const isIcon = icon !== undefined

  const close = () => {
    setIsOpen(false)
    button.current?.focus({ preventScroll: true })
  }

  useKeys([{ keys: 'Escape', when: () => isOpen, inFields: true, run: close }])

  useEffect(() => {
    if (!isOpen) return
    place.current?.querySelector<HTMLElement>('.cal-menu :is(button, input, a)')?.focus()
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [isOpen])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left
    <div
      ref={place}
      className="cal-menu-place"
      onBlur={(event) => {
        const next = event.relatedTarget
        if (next instanceof Node && !event.currentTarget.contains(next)) setIsOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className="cal-button"
        data-bare={look === 'bare' || undefined}
        data-icon={isIcon || undefined}
        data-chosen={isChosen || undefined}
        aria-label={isIcon ? label : undefined}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isIcon ? (
          icon
        ) : (
          <>
            {label}
            <svg width="14" height="14" viewBox="0 0 24 24" fill="none" aria-hidden="true">
              <path
                d="m6 9 6 6 6-6"
                stroke="currentColor"
                strokeWidth="2.4"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
          </>
        )}
      </button>
      {isOpen && (
        <div id={id} className="cal-menu" data-end={isAtEnd || undefined}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
