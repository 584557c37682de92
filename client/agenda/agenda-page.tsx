import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventTime } from '../../domain/agenda/shift.ts'
import { capital } from '../../domain/language/format.ts'
import { CreateDialog } from '../publications/create-dialog.tsx'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { useMay } from '../shell/me.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { PageLines } from '../ui/loading.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { Section } from '../ui/section.tsx'
import { CancelEvent } from './cancel-event.tsx'
import { EventForm } from './event-form.tsx'
import { EventPublications } from './event-publications.tsx'
import { eventWhen } from './event-words.ts'
import { PostponeDialog } from './postpone-dialog.tsx'
import '../campaigns/campaigns.css'

/** One event: its key facts, what hangs on it, and postponing it. */
export function AgendaPage() {
  const { t } = useTranslation('agenda')
  const { t: shell } = useTranslation('shell')
  const trpc = useTRPC()
  const may = useMay()
  const reader = useReader()
  const { id } = useParams({ from: '/framed/agenda/$id' })
  const [open, setOpen] = useState<'edit' | 'postpone' | 'cancel' | 'new' | null>(null)
  const close = () => setOpen(null)
  const page = useQuery(trpc.agenda.page.queryOptions({ id }))
  if (page.isPending) return <PageLines />
  if (!page.data) {
    const failure = failureOf(page.error)
    const isMissing =
      refusedWith(failure, 'not_found') !== null || refusedWith(failure, 'input_invalid') !== null
    return isMissing ? <NotFoundPage /> : <RefusalSentence failure={failure} of="load" />
  }
  const event = page.data
  const mayAct = event.mayManage && event.cancelledAt === null && open !== 'edit'
  return (
    <>
      <PageTitle
        title={event.name}
        detail={t('of', { unit: event.unitName })}
        back={
          <Link to="/calendar" search={{ date: event.day }}>
            {shell('nav.calendar')}
          </Link>
        }
        actions={
          <>
            {mayAct && (
              <>
                <ActionButton weight="quiet" onClick={() => setOpen('cancel')}>
                  {t('cancel.act')}
                </ActionButton>
                <ActionButton onClick={() => setOpen('edit')}>{t('change')}</ActionButton>
                <ActionButton onClick={() => setOpen('postpone')}>{t('postpone.act')}</ActionButton>
              </>
            )}
            {may('publication.draft') && event.cancelledAt === null && open !== 'edit' && (
              <ActionButton weight="primary" onClick={() => setOpen('new')}>
                {t('newPublication')}
              </ActionButton>
            )}
          </>
        }
      />
      {open === 'postpone' && <PostponeDialog event={event} onClose={close} />}
      {open === 'cancel' && <CancelEvent event={event} onClose={close} />}
      {open === 'new' && <CreateDialog prefilled={{ agendaEventId: id, day: event.day }} onClose={close} />}
      <div className="sel-campaign">
        <div className="sel-campaign-words">
          {event.cancelledAt !== null && <p role="status">{t('cancelled', { at: event.cancelledAt })}</p>}
          {open === 'edit' ? (
            <EventForm event={event} onClose={close} />
          ) : (
            <Section title={t('facts')}>
              <dl className="sel-event-facts">
                <dt>{t('fields.time')}</dt>
                <dd>{capital(eventWhen(eventTime(event), t, reader))}</dd>
                <dt>{t('fields.kind')}</dt>
                <dd>{t(`kinds.${event.kind}`)}</dd>
                <dt>{t('fields.place')}</dt>
                <dd>{event.place || <span className="sel-second">{t('nowhere')}</span>}</dd>
                <dt>{t('fields.notes')}</dt>
                <dd>{event.notes || <span className="sel-second">{t('noNotes')}</span>}</dd>
              </dl>
            </Section>
          )}
          <EventPublications eventId={id} />
        </div>
      </div>
    </>
  )
}
