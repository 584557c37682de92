import { IconCalendarEvent } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useReader } from '../shell/reader.ts'
import type { AgendaDay } from './entry.ts'

/** An event of the agenda: a line with a calendar glyph and its name, no band. */
export function AgendaLine({ event }: { event: AgendaDay }) {
  const { t } = useTranslation('calendar')
  const reader = useReader()
  return (
    <span className="cal-agenda" data-cancelled={event.isCancelled || undefined}>
      <IconCalendarEvent size={13} aria-hidden />
      <span className="sel-hidden">{t(event.isCancelled ? 'agenda.spokenCancelled' : 'agenda.spoken')}</span>
      <span>
        {event.name}
        {word() !== null && <small> {word()}</small>}
      </span>
    </span>
  )

  function word(): string | null {
    if (event.isCancelled) return t('agenda.cancelled')
    if (event.timeKind !== 'exact') return t(event.timeKind === 'open' ? 'event.open' : 'event.tentative')
    return reader.language === 'id' ? (event.clock?.replace(':', '.') ?? null) : event.clock
  }
}
