import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../domain/time.ts'
import { AddPause } from '../marks/add-pause.tsx'
import { Holidays } from '../marks/holidays.tsx'
import { ImportantDays } from '../marks/important-days.tsx'
import { PauseRow } from '../marks/pause-row.tsx'
import { failureOf } from '../shell/failure.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Empty } from '../ui/empty.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { Section } from '../ui/section.tsx'
import '../marks/marks.css'

/** Pauses and days by decree of one year. */
export function MarksSection() {
  const { t } = useTranslation('marks')
  const trpc = useTRPC()
  const reader = useReader()
  const [year, setYear] = useState(() => Number(dayOf(reader.now, reader.zone).slice(0, 4)))
  const [isAdding, setAdding] = useState(false)
  const list = useQuery({
    ...trpc.marks.list.queryOptions({ fromYear: year, toYear: year }),
    placeholderData: (before) => before,
  })
  if (list.isPending) return <LoadingLines />
  if (!list.data) return <RefusalSentence failure={failureOf(list.error)} of="load" />
  const { pauses, days, years, mayManage } = list.data
  return (
    <>
      <nav className="sel-years" aria-label={t('years')}>
        <ActionButton size="small" disabled={year <= 2000} onClick={() => setYear(year - 1)}>
          <span className="sel-hidden">{t('previousYear')}</span> {year - 1}
        </ActionButton>
        <h2 aria-live="polite">{t('year', { year })}</h2>
        <ActionButton size="small" disabled={year >= 2100} onClick={() => setYear(year + 1)}>
          <span className="sel-hidden">{t('nextYear')}</span> {year + 1}
        </ActionButton>
      </nav>
      <Section title={t('pauses')}>
        <p className="sel-second sel-under-head">{t('pausesIntro')}</p>
        {pauses.length === 0 && <Empty inline>{t('noPauses', { year })}</Empty>}
        <ul>
          {pauses.map((pause) => (
            <li key={pause.id}>
              <PauseRow pause={pause} mayManage={mayManage} />
            </li>
          ))}
        </ul>
      </Section>
      {mayManage && !isAdding && (
        <div>
          <ActionButton weight="primary" onClick={() => setAdding(true)}>
            {t('addPause')}
          </ActionButton>
        </div>
      )}
      {isAdding && <AddPause onClose={() => setAdding(false)} />}
      <ImportantDays
        year={year}
        days={days.filter((day) => day.kind === 'important_day')}
        mayManage={mayManage}
      />
      <Holidays
        year={year}
        hasDecree={years[0]?.hasDecree ?? false}
        days={days.filter((day) => day.kind !== 'important_day')}
      />
    </>
  )
}
