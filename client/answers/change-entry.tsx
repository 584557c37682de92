import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedWith } from '../shell/failure.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conflict, type ConflictChoice } from '../ui/conflict.tsx'
import type { WholeEntry } from './entry.ts'
import { EntryFields } from './entry-fields.tsx'
import { type EntryFields as Fields, formOf, touchedFields } from './entry-form.ts'
import { EntryProblems, useEntrySentences } from './write-entry.tsx'
import './answers.css'

/** Sends only what was touched; of two who change the same part, the second chooses. */
export function ChangeEntry({ entry, onClose }: { entry: WholeEntry; onClose: () => void }) {
  const { t } = useTranslation(['answers', 'ui'])
  const trpc = useTRPC()
  const [began] = useState(() => ({ form: formOf(entry), version: entry.version }))
  const [form, setForm] = useState(began.form)
  const [attempt, setAttempt] = useState(0)
  const change = useCommand(trpc.answers.change, { refresh: [trpc.answers.pathFilter()], onDone: onClose })
  const sentences = useEntrySentences(change.failure)
  const conflict = refusedWith(change.failure, 'conflict')
  const send = (version: number, changes: Partial<Fields>) =>
    void change.run({ entryId: entry.id, version, changes })

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempt((before) => before + 1)
    const touched = touchedFields(began.form, form)
    if (Object.keys(touched).length === 0) onClose()
    else send(began.version, touched)
  }

  function settle(choice: ConflictChoice) {
    if (conflict === null) return
    const mine = Object.entries(touchedFields(began.form, form)).filter(
      ([field]) => choice[field] !== 'theirs',
    )
    if (mine.length === 0) onClose()
    else send(conflict.version, Object.fromEntries(mine))
  }

  return (
    <form className="sel-entry-form" onSubmit={submit} noValidate>
      {conflict !== null && (
        <Conflict
          by={conflict.by ?? ''}
          at={conflict.at}
          isPending={change.isPending}
          onSettle={settle}
          fields={conflict.fields.map(({ field, yours, theirs }) => ({
            field,
            label: t(`fields.${field}` as 'fields.question'),
            yours: String(yours ?? ''),
            theirs: String(theirs ?? ''),
          }))}
        />
      )}
      <p className="sel-second">{t('entry.changingUnverifies')}</p>
      <EntryProblems sentences={sentences} attempt={attempt} />
      <EntryFields
        form={form}
        sentences={sentences}
        verifier={entry.verifier}
        onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
      />
      {conflict === null && Object.keys(sentences).length === 0 && (
        <RefusalSentence failure={change.failure} />
      )}
      <div className="sel-entry-acts">
        <ActionButton type="submit" weight="primary" isPending={change.isPending}>
          {t('entry.save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}
