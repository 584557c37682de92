import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { useOutline } from '../templates/use-outline.ts'
import { Conflict } from '../ui/conflict.tsx'
import type { Briefing, Owner } from './briefing-data.ts'
import { conflictFields } from './conflict-fields.ts'
import { EntriesForm } from './entries-form.tsx'
import type { BriefingWriting } from './use-briefing-writing.ts'
import './briefings.css'

type Props = { owner: Owner; briefing: Briefing | null; writing: BriefingWriting }

/** A briefing as its planner writes it; it saves itself. */
export function BriefingForm({ owner, briefing, writing }: Props) {
  const { t } = useTranslation('briefings')
  const { t: templates } = useTranslation('templates')
  const trpc = useTRPC()
  const take = useCommand(trpc.briefings.takeOverWording, {
    refresh: [{ queryKey: trpc.briefings.pathKey() }],
  })
  const problems = useFieldSentences(writing.failure)
  const problemOf = (field: string) =>
    Object.entries(problems).find(([path]) => path.startsWith(`changes.${field}`))?.[1]
  const { values } = writing
  const outline = useOutline(owner)
  const prompt = outline?.summaryPrompt.trim() ?? ''
  const summaryHint = prompt === '' ? t('hints.summary') : templates('outline.summary', { prompt })
  const areaOf = (field: 'summary' | 'keyMessages' | 'notToSay' | 'sources', rows: number, hint?: string) => (
    <Textarea
      className="sel-brief-area"
      label={t(`fields.${field}`)}
      description={hint}
      rows={rows}
      spellCheck
      value={values[field]}
      error={problemOf(field)}
      onBlur={() => writing.leave(field)}
      onChange={(event) => writing.set(field, event.currentTarget.value)}
    />
  )

  return (
    <div className="sel-brief-form">
      {writing.wasRestored && writing.isDirty && <p className="sel-second">{t('edit.restored')}</p>}
      {writing.conflict && (
        <Conflict
          by={writing.conflict.by ?? ''}
          at={writing.conflict.at}
          fields={conflictFields(writing.conflict, (field) => t(`fields.${field}`))}
          onSettle={writing.settle}
        />
      )}
      {areaOf('summary', 2, summaryHint)}
      {areaOf('keyMessages', 3, t('hints.lines'))}
      {areaOf('notToSay', 2, t('hints.lines'))}
      <EntriesForm
        writing={writing}
        outline={outline === null ? null : { ...outline, publicationId: owner.id }}
        held={briefing?.content.entries ?? []}
        takeOver={(entryId) => void take.run({ owner, entryId })}
      />
      {problemOf('entries') && <RefusalSentence failure={writing.failure} />}
      <TextInput
        label={t('fields.escalationContact')}
        description={t('hints.escalationContact')}
        value={values.escalationContact}
        error={problemOf('escalationContact')}
        onBlur={() => writing.leave('escalationContact')}
        onChange={(event) => writing.set('escalationContact', event.currentTarget.value)}
      />
      {areaOf('sources', 2, t('hints.lines'))}
      {Object.keys(problems).length === 0 && <RefusalSentence failure={writing.failure} />}
      <RefusalSentence failure={take.failure} />
    </div>
  )
}
