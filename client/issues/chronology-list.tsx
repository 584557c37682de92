import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { compareLevels } from '../../domain/issues/level.ts'
import { soonTime } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Section } from '../ui/section.tsx'
import { useLevelWhy } from './level-words.ts'
import { useObligationName } from './obligation-words.ts'
import type { Room } from './room-data.ts'

type Line = Room['chronology'][number]

/** What happened, newest first, with a line for whoever has something to add. */
export function ChronologyList({ room }: { room: Room }) {
  const { t } = useTranslation('issues')
  const trpc = useTRPC()
  const reader = useReader()
  const [isAdding, setAdding] = useState(false)
  const [body, setBody] = useState('')
  const say = useLineWords()
  const note = useCommand(trpc.issues.note, {
    refresh: [trpc.issues.room.pathFilter()],
    onDone: () => {
      setBody('')
      setAdding(false)
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (body.trim() !== '' && !note.isPending) void note.run({ issueId: room.issue.id, body })
  }
  return (
    <Section
      title={t('chronology.title')}
      action={
        room.may.record &&
        !isAdding && (
          <button type="button" className="sel-link" onClick={() => setAdding(true)}>
            {t('chronology.add')}
          </button>
        )
      }
    >
      {isAdding && (
        <form className="sel-issue-note" noValidate onSubmit={submit}>
          <TextInput
            label={t('chronology.note')}
            value={body}
            maxLength={2000}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <ActionButton type="submit" isPending={note.isPending}>
            {t('chronology.save')}
          </ActionButton>
          <RefusalSentence failure={note.failure} />
        </form>
      )}
      <ol className="sel-chronology">
        {room.chronology.map((line) => (
          <li
            key={`${line.kind}-${line.at}-${say(line)}`}
            data-level={line.kind === 'level' && isRise(line) ? line.to : undefined}
          >
            <time dateTime={line.at}>{soonTime(line.at, reader)}</time>
            <span>{say(line)}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function isRise(line: Extract<Line, { kind: 'level' }>): boolean {
  return line.from !== null && compareLevels(line.to, line.from) > 0
}

function useLineWords(): (line: Line) => string {
  const { t } = useTranslation('issues')
  const { t: ui } = useTranslation('ui')
  const nameOf = useObligationName()
  const whyOf = useLevelWhy()
  return (line) => {
    const by = line.by ?? t('chronology.system')
    if (line.kind === 'note') return `${by}: ${line.body}`
    if (line.kind === 'level') {
      const level = ui(`level.${line.to}`)
      const words =
        line.from === null ? 'chronology.start' : isRise(line) ? 'chronology.rise' : 'chronology.fall'
      const why = whyOf(line)
      return why === '' ? t(words, { level }) : t('chronology.because', { change: t(words, { level }), why })
    }
    const name = nameOf(String(line.data.kind ?? ''))
    const title = line.title ?? t('chronology.somePublication')
    switch (line.action) {
      case 'issues.recorded':
        return t('chronology.recorded', { by })
      case 'issues.edited':
        return t('chronology.edited', { by })
      case 'issues.read':
        return t('chronology.read', { by, value: Number(line.data.publicUptake ?? 0) })
      case 'issues.obligation_due':
        return t('chronology.obligation_due', { name })
      case 'issues.obligation_missed':
        return t('chronology.obligation_missed', { name })
      case 'issues.obligation_met':
        return t('chronology.obligation_met', { name })
      case 'issues.responded':
        return t(line.data.kind === 'none' ? 'chronology.declined' : 'chronology.responded', { by })
      case 'issues.closed':
        return t('chronology.closed', { by })
      case 'issues.lowering_asked':
        return t('chronology.lowering_asked', { by })
      case 'publishing.posted':
        return t('chronology.posted', { title })
      case 'publishing.withdrawn':
        return t('chronology.withdrawn', { title })
      default:
        return t('chronology.other', { by })
    }
  }
}
