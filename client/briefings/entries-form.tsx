import { Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutlineQuestions } from '../templates/outline-questions.tsx'
import type { Outline } from '../templates/template.ts'
import { Section } from '../ui/section.tsx'
import type { ShownEntry } from './briefing-data.ts'
import { LibraryPicker } from './library-picker.tsx'
import { TakeOver } from './take-over.tsx'
import { type FormEntry, isWhole } from './typing.ts'
import type { BriefingWriting } from './use-briefing-writing.ts'

type Props = {
  writing: BriefingWriting
  held: readonly ShownEntry[]
  /** What the publication's template asks. */
  outline: (Outline & { publicationId: string }) | null
  takeOver: (entryId: string) => void
}

/** The questions and answers of a briefing: written here, taken from the library, put in order, taken out. */
export function EntriesForm({ writing, held, outline, takeOver }: Props) {
  const { t } = useTranslation('briefings')
  const [isPicking, setIsPicking] = useState(false)
  const { entries } = writing.values
  const put = (next: FormEntry[]) => writing.set('entries', next)
  const change = (index: number, changes: Partial<FormEntry>) =>
    put(entries.map((entry, at) => (at === index ? { ...entry, ...changes } : entry)))
  const move = (index: number, by: 1 | -1) => {
    const next = [...entries]
    const [moved] = next.splice(index, 1)
    if (moved) put(next.toSpliced(index + by, 0, moved))
  }
  const add = (question = '') => {
    const localId = `new ${Date.now()} ${entries.length}`
    put([...entries, { entryId: null, localId, question, answer: '' }])
  }

  return (
    <Section
      title={t('fields.entries')}
      level={3}
      action={
        <button type="button" className="sel-link" onClick={() => setIsPicking(true)}>
          {t('entries.fromLibrary')}
        </button>
      }
    >
      {entries.length === 0 && <p className="sel-second sel-brief-none">{t('entries.none')}</p>}
      <ol className="sel-brief-form-entries">
        {entries.map((entry, index) => {
          const shown = held.find((one) => one.entryId === entry.entryId)
          const isFixed = shown !== undefined && !shown.mayReword
          const name = entry.question === '' ? t('entries.questionOf', { number: index + 1 }) : entry.question
          return (
            <li key={entry.localId} onBlur={() => writing.leave('entries')}>
              {isFixed ? (
                <>
                  <b>{entry.question}</b>
                  <p className="sel-brief-answer">{entry.answer}</p>
                  {shown.newWording === null && (
                    <p className="sel-second sel-brief-small">{t('entries.elsewhere')}</p>
                  )}
                </>
              ) : (
                <>
                  <TextInput
                    label={t('entries.questionOf', { number: index + 1 })}
                    value={entry.question}
                    maxLength={500}
                    onChange={(event) => change(index, { question: event.currentTarget.value })}
                  />
                  <Textarea
                    className="sel-brief-area"
                    label={t('entries.answerOf', { number: index + 1 })}
                    rows={2}
                    value={entry.answer}
                    onChange={(event) => change(index, { answer: event.currentTarget.value })}
                  />
                  {!isWhole(entry) && <p className="sel-second sel-brief-small">{t('entries.incomplete')}</p>}
                </>
              )}
              {shown?.newWording && <TakeOver entry={shown} onTake={() => takeOver(shown.entryId)} />}
              <p className="sel-brief-entry-acts">
                {index > 0 && (
                  <button
                    type="button"
                    className="sel-link"
                    aria-label={t('entries.upOf', { question: name })}
                    onClick={() => move(index, -1)}
                  >
                    {t('entries.up')}
                  </button>
                )}
                {index < entries.length - 1 && (
                  <button
                    type="button"
                    className="sel-link"
                    aria-label={t('entries.downOf', { question: name })}
                    onClick={() => move(index, 1)}
                  >
                    {t('entries.down')}
                  </button>
                )}
                <button
                  type="button"
                  className="sel-link"
                  aria-label={t('entries.removeOf', { question: name })}
                  onClick={() => put(entries.filter((_, at) => at !== index))}
                >
                  {t('entries.remove')}
                </button>
              </p>
            </li>
          )
        })}
      </ol>
      {outline !== null && (
        <OutlineQuestions
          publicationId={outline.publicationId}
          outline={outline}
          asked={entries.map((entry) => entry.question.trim())}
          onWrite={add}
        />
      )}
      <button type="button" className="sel-small-button sel-brief-add" onClick={() => add()}>
        <IconPlus size={16} aria-hidden /> {t('entries.add')}
      </button>
      {isPicking && (
        <LibraryPicker
          taken={entries.flatMap((entry) => entry.entryId ?? [])}
          onTake={({ id, question, answer }) =>
            put([...entries, { entryId: id, localId: id, question, answer }])
          }
          onClose={() => setIsPicking(false)}
        />
      )}
    </Section>
  )
}
