import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inScope } from '../../domain/publications/series-scope.ts'
import { announce } from '../shell/announce.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { Publication } from './editor-data.ts'
import { SeriesAlike } from './series-alike.tsx'
import type { Member, Series } from './series-change.ts'
import { SeriesEnding } from './series-ending.tsx'
import { timeWords } from './time-words.ts'
import type { WritingState } from './use-writing.ts'
import './series.css'

type Props = { publication: Publication; writing: WritingState }

/** Which of its series this one is, the way to its neighbours, and what is done with the others from here. */
export function SeriesLine({ publication, writing }: Props) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.publications.inSeries.queryOptions({ publicationId: publication.id }))
  const own = data?.members.find((member) => member.id === publication.id)
  if (!data || own === undefined) return null
  return <Part series={data} own={own} writing={writing} />
}

function Part({ series, own, writing }: { series: Series; own: Member; writing: WritingState }) {
  const { t } = useTranslation('series')
  const trpc = useTRPC()
  const [open, setOpen] = useState<'alike' | 'ending' | null>(null)
  const leave = useCommand(trpc.publications.leaveSeries, {
    refresh: [trpc.publications.pathFilter(), trpc.reading.pathFilter()],
    onDone: () => announce(t('left')),
  })
  const { members } = series
  const later = inScope(members, own.id, 'this_and_later').filter((one) => one.id !== own.id)
  const mayChange = members.some((member) => member.isOpen)
  const isSaving = writing.isDirty || writing.isSaving
  return (
    <section className="sel-series" aria-label={t('part', { place: series.place, count: members.length })}>
      <div className="sel-series-line">
        <SeriesPlace series={series} />
        {mayChange && open === null && (
          <div className="sel-series-acts">
            <ActionButton size="small" onClick={() => setOpen('alike')}>
              {t('alike.open')}
            </ActionButton>
            {later.length > 0 && (
              <ActionButton size="small" onClick={() => setOpen('ending')}>
                {t('ending.open')}
              </ActionButton>
            )}
            {own.isOpen && (
              <ActionButton
                size="small"
                isPending={leave.isPending}
                onClick={() => void leave.run({ publicationId: own.id })}
              >
                {t('leave')}
              </ActionButton>
            )}
          </div>
        )}
      </div>
      <RefusalSentence failure={leave.failure} />
      {open === 'alike' && (
        <SeriesAlike members={members} own={own} isSaving={isSaving} onClose={() => setOpen(null)} />
      )}
      {open === 'ending' && <SeriesEnding later={later} onClose={() => setOpen(null)} />}
    </section>
  )
}

/** "Bagian dari seri (3 dari 14)", with the one before and the one after. */
export function SeriesPlace({ series: { place, members } }: { series: Series }) {
  const { t } = useTranslation('series')
  const { t: words } = useTranslation('publications')
  const previous = members[place - 2]
  const next = members[place]
  return (
    <>
      <b>{t('part', { place, count: members.length })}</b>
      {previous && (
        <Link
          className="sel-link"
          to="/publications/$id"
          params={{ id: previous.id }}
          aria-label={t('previousOf', { when: timeWords(words, previous) })}
        >
          {t('previous')}
        </Link>
      )}
      {next && (
        <Link
          className="sel-link"
          to="/publications/$id"
          params={{ id: next.id }}
          aria-label={t('nextOf', { when: timeWords(words, next) })}
        >
          {t('next')}
        </Link>
      )}
    </>
  )
}
