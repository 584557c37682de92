import { Textarea } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTRPC } from '../shell/trpc.ts'
import { mentionAt, type Named, withMention } from './mentions.ts'

type Props = {
  publicationId: string
  label: string
  value: string
  fieldRef: Ref<HTMLTextAreaElement>
  onChange: (value: string) => void
  onMention: (person: Named) => void
}

/** A text in which @ offers the people who may see the publication: arrows choose, Enter or Tab takes, Escape closes. */
export function MentionArea({ publicationId, label, value, fieldRef, onChange, onMention }: Props) {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const wantedCaret = useRef<number | null>(null)
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const begun = mentionAt(value, caret)
  const isAsked = begun !== null && begun.at !== closedAt
  const found = useQuery({
    ...trpc.publications.mentionable.queryOptions({ publicationId, words: begun?.words ?? '' }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const offered = isAsked ? (found.data?.people ?? []) : []
  const chosen = Math.min(active, offered.length - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once the new text stands in the field, before the next key
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return
    field.current?.focus()
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current)
    wantedCaret.current = null
  }, [value])

  const take = (person: Named) => {
    const next = withMention(value, caret, person.name)
    onChange(next.text)
    onMention(person)
    setCaret(next.caret)
    setActive(0)
    wantedCaret.current = next.caret
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const person = offered[chosen]
    if (person === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.key === 'ArrowDown') setActive((chosen + 1) % offered.length)
    else if (event.key === 'ArrowUp') setActive((chosen + offered.length - 1) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(person)
    else if (event.key === 'Escape') setClosedAt(begun?.at ?? null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div>
      <Textarea
        ref={(element) => {
          field.current = element
          if (typeof fieldRef === 'function') fieldRef(element)
          else if (fieldRef !== null) fieldRef.current = element
        }}
        label={label}
        description={t('discussion.mentionHint')}
        value={value}
        autosize={false}
        rows={2}
        resize="vertical"
        className="sel-text-area"
        spellCheck
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${chosen}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          setCaret(event.currentTarget.selectionStart)
          setClosedAt(null)
          setActive(0)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <div id={listId} role="listbox" aria-label={t('discussion.people')} className="sel-mention-list">
          {offered.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
            <div
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className="sel-mention-option"
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setActive(index)}
              onClick={() => take(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
      <p role="status" className="sel-hidden">
        {offered.length > 0 ? t('discussion.offered', { count: offered.length }) : ''}
      </p>
    </div>
  )
}
