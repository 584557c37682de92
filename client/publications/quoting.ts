import { createContext, useContext } from 'react'
import type { CommentPlace } from '../../domain/publications/comment-place.ts'

/** The place in the text that the person chose to comment on, shared by the texts and the discussion beside them. */
export type Quoting = {
  chosen: CommentPlace | null
  choose: (place: CommentPlace | null) => void
  /** Brings a place into view and selects its words, which begin at `offset` now. */
  show: (place: CommentPlace, offset: number) => void
}

export const QuotingContext = createContext<Quoting>({ chosen: null, choose() {}, show() {} })

export function useQuoting(): Quoting {
  return useContext(QuotingContext)
}

/** The name under which a text stands in the page. */
export function placeName({ variantId, field }: Pick<CommentPlace, 'variantId' | 'field'>): string {
  return `${variantId ?? 'main'}.${field}`
}

/** Selects the words of a place in the page, in the field where they are typed or where they are only shown. */
export function selectInPage(place: CommentPlace, offset: number): void {
  const around = document.querySelector<HTMLElement>(`[data-text-place="${placeName(place)}"]`)
  if (around === null) return
  around.scrollIntoView({ block: 'center' })
  const end = offset + place.quote.length
  const field = around.querySelector<HTMLTextAreaElement | HTMLInputElement>('textarea, input')
  if (field !== null) {
    field.focus()
    field.setSelectionRange(offset, end)
    return
  }
  const text = around.querySelector('.sel-shown-text')?.firstChild
  if (text instanceof Text && end <= text.length) {
    getSelection()?.setBaseAndExtent(text, offset, text, end)
  }
}
