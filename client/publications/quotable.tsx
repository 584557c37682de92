import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacedField } from '../../domain/publications/comment-place.ts'
import { placeName, useQuoting } from './quoting.ts'

const LONGEST_QUOTE = 500

type Props = { variantId: string | null; field: PlacedField; isCommentable: boolean; children: ReactNode }
type Selected = { quote: string; offset: number }

/** A text, typed or shown, whose selected words can be commented on. */
export function Quotable({ variantId, field, isCommentable, children }: Props) {
  const { t } = useTranslation('publications')
  const { choose } = useQuoting()
  const around = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<Selected | null>(null)

  useEffect(() => {
    if (!isCommentable) return
    const look = () => {
      if (
        document.activeElement instanceof HTMLButtonElement &&
        around.current?.contains(document.activeElement)
      )
        return
      setSelected(around.current === null ? null : selectedIn(around.current))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [isCommentable])

  return (
    <div ref={around} data-text-place={placeName({ variantId, field })}>
      {children}
      {isCommentable && selected !== null && (
        <button
          type="button"
          className="sel-link"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            choose({ variantId, field, ...selected })
            setSelected(null)
          }}
        >
          {t('discussion.quote')}
        </button>
      )}
    </div>
  )
}

/** The words selected inside an element, in a field or in a shown text, without white space around them. */
function selectedIn(element: HTMLElement): Selected | null {
  const { activeElement } = document
  if (
    (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement) &&
    element.contains(activeElement)
  ) {
    const from = activeElement.selectionStart ?? 0
    return trimmed(activeElement.value.slice(from, activeElement.selectionEnd ?? from), from)
  }
  const selection = getSelection()
  const { anchorNode, focusNode } = selection ?? {}
  if (!selection || !anchorNode || anchorNode !== focusNode || !element.contains(anchorNode)) return null
  return trimmed(selection.toString(), Math.min(selection.anchorOffset, selection.focusOffset))
}

function trimmed(words: string, offset: number): Selected | null {
  const quote = words.trim().slice(0, LONGEST_QUOTE)
  return quote === '' ? null : { quote, offset: offset + words.length - words.trimStart().length }
}
