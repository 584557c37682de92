import { TextInput } from '@mantine/core'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date } from '../../domain/language/format.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence, useFieldSentences } from '../shell/refusal-sentence.tsx'
import { type trpc as doors, useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Section } from '../ui/section.tsx'

type ImportantDay = inferOutput<typeof doors.marks.list>['days'][number]
type Props = { year: number; days: readonly ImportantDay[]; mayManage: boolean }

/** The days of a year that the agency speaks on: added, changed and taken away by the administrator. */
export function ImportantDays({ year, days, mayManage }: Props) {
  const { t } = useTranslation('marks')
  const reader = useReader()
  const trpc = useTRPC()
  const [open, setOpen] = useState<string | null>(null)
  const refresh = [trpc.marks.pathFilter(), trpc.reading.pathFilter()]
  const remove = useCommand(trpc.marks.removeImportantDay, { refresh })
  return (
    <Section title={t('importantDays.title')}>
      <p className="sel-second sel-under-head">{t('importantDays.intro')}</p>
      {days.length === 0 && <Empty inline>{t('importantDays.none', { year })}</Empty>}
      <ul>
        {days.map((day) => (
          <li key={day.id}>
            {open === day.id ? (
              <DayForm day={day} onClose={() => setOpen(null)} />
            ) : (
              <div className="sel-settings-row">
                <div>
                  <b>{day.name}</b>, <time dateTime={day.day}>{date(day.day, reader)}</time>
                  <div className="sel-second">{t('source', { source: day.source })}</div>
                </div>
                {mayManage && (
                  <div className="sel-except-acts">
                    <ActionButton size="small" onClick={() => setOpen(day.id)}>
                      {t('importantDays.change')}
                      <span className="sel-hidden">, {day.name}</span>
                    </ActionButton>
                    <ActionButton
                      size="small"
                      isPending={remove.isPending}
                      onClick={() => void remove.run({ id: day.id })}
                    >
                      {t('importantDays.remove')}
                      <span className="sel-hidden">, {day.name}</span>
                    </ActionButton>
                  </div>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <RefusalSentence failure={remove.failure} />
      {mayManage && open === null && (
        <ActionButton onClick={() => setOpen('new')}>{t('importantDays.add')}</ActionButton>
      )}
      {open === 'new' && <DayForm day={null} onClose={() => setOpen(null)} />}
    </Section>
  )
}

function DayForm({ day, onClose }: { day: ImportantDay | null; onClose: () => void }) {
  const { t } = useTranslation(['marks', 'ui'])
  const trpc = useTRPC()
  const [fields, setFields] = useState({
    day: day?.day ?? '',
    name: day?.name ?? '',
    source: day?.source ?? '',
  })
  const options = { refresh: [trpc.marks.pathFilter(), trpc.reading.pathFilter()], onDone: onClose }
  const add = useCommand(trpc.marks.addImportantDay, options)
  const change = useCommand(trpc.marks.changeImportantDay, options)
  const failure = add.failure ?? change.failure
  const sentences = useFieldSentences(failure)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (day === null) return void add.run(fields)
    const { id, name, source } = day
    void change.run({ id, seen: { day: day.day, name, source }, ...fields })
  }
  const field = (name: keyof typeof fields) => ({
    id: `important-${name}`,
    label: t(`importantDays.${name}`),
    value: fields[name],
    error: sentences[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
    },
  })
  return (
    <form className="sel-form sel-pause-form" onSubmit={submit} noValidate>
      <TextInput type="date" {...field('day')} />
      <TextInput {...field('name')} autoComplete="off" />
      <TextInput {...field('source')} autoComplete="off" />
      {Object.keys(sentences).length === 0 && <RefusalSentence failure={failure} />}
      <div className="sel-except-acts">
        <ActionButton type="submit" weight="primary" isPending={add.isPending || change.isPending}>
          {t('importantDays.save')}
        </ActionButton>
        <ActionButton weight="quiet" onClick={onClose}>
          {t('ui:actions.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}
