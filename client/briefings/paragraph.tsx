import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { NewMark } from '../ui/new-mark.tsx'

type Props = {
  /** The paragraph as it stands, for who asks about it. */
  text: string
  isNew?: boolean
  /** Given to who may ask; the paragraph then carries the button, and `T` asks where the pointer or focus is. */
  onAsk?: (text: string) => void
  children: ReactNode
}

/** One thing a briefing says, with its mark where it is new and the button that asks about it. */
export function Paragraph({ text, isNew = false, onAsk, children }: Props) {
  const { t } = useTranslation('briefings')
  const id = useId()
  return (
    <div className="sel-brief-paragraph" data-ask={onAsk ? text : undefined} data-new={isNew || undefined}>
      <div id={id} className="sel-brief-words">
        {children} {isNew && <NewMark />}
      </div>
      {onAsk && (
        <button
          type="button"
          className="sel-brief-ask"
          aria-label={t('questions.askAt', { text: shortened(text) })}
          onClick={() => onAsk(text)}
        >
          {t('questions.ask')}
        </button>
      )}
    </div>
  )
}

/** The paragraph where the pointer or the focus is; null where it is at none. */
export function paragraphHere(within: HTMLElement | null): string | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-ask]')
  const found =
    focused && within?.contains(focused) ? focused : within?.querySelector<HTMLElement>('[data-ask]:hover')
  return found?.dataset.ask ?? null
}

export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text
}
