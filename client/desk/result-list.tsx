import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../answers/entry.ts'
import { ValidityLine } from '../answers/validity-line.tsx'
import { Marked } from './marked.tsx'
import type { Group } from './use-found.ts'

type Props = {
  groups: readonly Group[]
  words: readonly string[]
  chosenId: string | null
  onChoose: (entry: Entry) => void
}

export const optionId = (entryId: string) => `desk-entry-${entryId}`
export const LIST_ID = 'desk-results'

/** The answers found, in groups; the field above moves through them. */
export function ResultList({ groups, words, chosenId, onChoose }: Props) {
  const { t } = useTranslation('answers')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosenId === null) return
    list.current?.querySelector(`#${optionId(chosenId)}`)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const filled = groups.filter((group) => group.entries.length > 0)
  if (filled.length === 0) return null
  return (
    <div ref={list} id={LIST_ID} role="listbox" aria-label={t('desk.results')} className="sel-desk-list">
      {filled.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group within a listbox, which has no element of its own
        <div key={group.name} role="group" aria-labelledby={`desk-${group.name}`}>
          <h2 id={`desk-${group.name}`} role="presentation">
            {t(`desk.${group.name}`)}
          </h2>
          {group.entries.map((entry) => (
            <Result
              key={entry.id}
              entry={entry}
              words={words}
              isChosen={entry.id === chosenId}
              onChoose={() => onChoose(entry)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

type ResultProps = { entry: Entry; words: readonly string[]; isChosen: boolean; onChoose: () => void }

function Result({ entry, words, isChosen, onChoose }: ResultProps) {
  const { t } = useTranslation('answers')
  const isOffered = entry.validity === 'approved'
  return (
    // The field holds the focus and moves the choice; the pointer may choose too.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
    // biome-ignore lint/a11y/useFocusableInteractive: the field names the chosen one
    <div
      id={optionId(entry.id)}
      role="option"
      aria-selected={isChosen}
      className="sel-row sel-desk-row"
      data-offered={isOffered || undefined}
      onClick={onChoose}
    >
      <b>
        <Marked text={entry.question} sought={words} />
      </b>
      <span className="sel-desk-extract">
        {isOffered ? <Marked text={extractOf(entry.answer)} sought={words} /> : t('desk.cannotSay')}
      </span>
      <span className="sel-desk-facts">
        <ValidityLine entry={entry} />
        {entry.askedToday > 0 && <span>{t('desk.askedToday', { count: entry.askedToday })}</span>}
      </span>
    </div>
  )
}

const EXTRACT = 160

function extractOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= EXTRACT ? line : `${line.slice(0, line.lastIndexOf(' ', EXTRACT))}…`
}
