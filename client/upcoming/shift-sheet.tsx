import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { capital, clock, date } from '../../domain/language/format.ts'
import { BriefingText } from '../briefings/briefing-text.tsx'
import { useMe } from '../shell/me.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import { byDay, type UpcomingItem } from './upcoming-data.ts'

type Props = { items: readonly UpcomingItem[]; onDone: () => void }

/** The sheet for a shift meeting: every briefing of the list, in one column, on paper. Prints once all have come. */
export function ShiftSheet({ items, onDone }: Props) {
  const { t } = useTranslation('upcoming')
  const trpc = useTRPC()
  const reader = useReader()
  const me = useMe()
  const pages = useQueries({
    queries: items.map((item) =>
      trpc.briefings.briefing.queryOptions({ of: { kind: 'publication', id: item.id } }),
    ),
  })
  const isThere = pages.every((page) => !page.isPending)
  useEffect(() => {
    if (!isThere) return
    print()
    onDone()
  }, [isThere, onDone])

  const briefingOf = new Map(items.map((item, index) => [item.id, pages[index]?.data?.briefing ?? null]))
  return createPortal(
    <div className="sel-sheet-paper">
      <header>
        <h1>
          {me.agency.name}: {t('sheet.title')}
        </h1>
        <p>
          {t('sheet.printed', { at: reader.now, name: me.person.name })}. {t('sheet.internal')}
        </p>
      </header>
      {byDay(items).map(([day, there]) => (
        <section key={day}>
          <h2>{capital(date(day, reader))}</h2>
          {there.map((item) => {
            const briefing = briefingOf.get(item.id)
            return (
              <article key={item.id}>
                <h3>
                  {item.at !== null && item.timeKind !== 'open' ? clock(item.at, reader) : t('timeOpen')}{' '}
                  {item.title}
                </h3>
                {briefing ? <BriefingText briefing={briefing} level={4} /> : <p>{t('sheet.nothing')}</p>}
              </article>
            )
          })}
        </section>
      ))}
    </div>,
    document.body,
  )
}
