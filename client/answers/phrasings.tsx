import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Section } from '../ui/section.tsx'
import type { WholeEntry } from './entry.ts'

/** Other ways in which callers put the question; the search finds the entry by them too. */
export function Phrasings({ entry, mayAdd }: { entry: WholeEntry; mayAdd: boolean }) {
  const { t } = useTranslation('answers')
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const add = useCommand(trpc.answers.addPhrasing, {
    refresh: [trpc.answers.pathFilter()],
    onDone: () => setText(''),
  })
  const sentences = useFieldSentences(add.failure)
  function submit(event: FormEvent) {
    event.preventDefault()
    void add.run({ entryId: entry.id, text })
  }
  return (
    <Section title={t('entry.phrasings')}>
      {entry.phrasings.length === 0 && <p className="sel-second">{t('entry.phrasingsEmpty')}</p>}
      <ul className="sel-entry-list">
        {entry.phrasings.map((phrasing) => (
          <li key={phrasing.id}>{phrasing.text}</li>
        ))}
      </ul>
      {mayAdd && entry.endedAt === null && (
        <form className="sel-entry-add" onSubmit={submit} noValidate>
          <TextInput
            id="entry-phrasing"
            label={t('entry.addPhrasing')}
            value={text}
            error={sentences.text}
            autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ActionButton type="submit" isPending={add.isPending}>
            {t('entry.add')}
          </ActionButton>
        </form>
      )}
      {sentences.text === undefined && <RefusalSentence failure={add.failure} />}
    </Section>
  )
}
