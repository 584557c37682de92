import { IconFlagFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clock } from '../../domain/language/format.ts'
import type { Day } from '../../domain/time.ts'
import { useReader } from '../shell/reader.ts'
import { AgendaLine } from './agenda-line.tsx'
import type { MonthAnswer } from './entry.ts'
import { embargoName, obligationTitle, pauseName } from './event-words.ts'
import { OtherLines } from './other-lines.tsx'
import { useDayFacts } from './use-day-facts.ts'
import type { Others } from './use-others.ts'
import './day-lines.css'

/** What stands on days beside their publications. */
export type DayThings = { answer: MonthAnswer | undefined; others: Others }

type Props = { day: Day; beside: DayThings }

/**
 * What a day holds beside its publications, in words: its name, the pauses over it, what is due, the agenda's events,
 * embargoes that end, and what other calendars hold.
 */
export function DayLines({ day, beside: { answer, others } }: Props) {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const facts = useDayFacts(answer, reader)
  const name = facts.nameOf(day)
  const important = facts.importantOf(day)
  const on = <T extends { day: Day }>(things: readonly T[] | undefined) =>
    (things ?? []).filter((thing) => thing.day === day)
  const pauses = (answer?.pauses ?? []).filter(
    ({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || day <= lastDay),
  )
  return (
    <>
      {name !== null && <p className="cal-day-line cal-day-holiday">{name}</p>}
      {important !== null && <p className="cal-day-line">{important}</p>}
      {pauses.map((pause) => (
        <p key={pause.id} className="cal-pause">
          {pauseName(pause, t)}
        </p>
      ))}
      {on(answer?.obligations).map((due) => (
        <Link key={due.id} to="/issues/$id" params={{ id: due.issueId }} className="cal-day-due">
          <IconFlagFilled size={13} aria-hidden />
          {clock(due.dueAt, reader)} {t('phone.deadlineOf', { kind: obligationTitle(due.kind, t) })}
        </Link>
      ))}
      {on(answer?.agenda).map((event) => (
        <Link key={event.id} to="/agenda/$id" params={{ id: event.id }} className="cal-day-agenda">
          <AgendaLine event={event} />
        </Link>
      ))}
      {on(answer?.embargoes).map((embargo) => (
        <Link
          key={embargo.id}
          to={embargo.of === 'campaign' ? '/campaigns/$id' : '/publications/$id'}
          params={{ id: embargo.id }}
          className="cal-embargo"
        >
          {embargoName(embargo, t)}
        </Link>
      ))}
      <OtherLines others={others.get(day)} />
    </>
  )
}
