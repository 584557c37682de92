import { lazy, Suspense, useMemo, useState } from 'react'
import { addDays } from '../../domain/time.ts'
import { failureOf } from '../shell/failure.ts'
import { allWords } from '../shell/language.ts'
import { rolesOf, useMe } from '../shell/me.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { type CalendarAct, CalendarActs, calendarActs } from './calendar-acts.tsx'
import { weekOf } from './days.ts'
import type { Entry } from './entry.ts'
import { filterCount } from './filter.ts'
import { DAYS_SHOWN, PhoneCalendar } from './phone-calendar.tsx'
import { useCalendarAddress } from './use-calendar-address.ts'
import { useDays } from './use-calendar-data.ts'
import { useOthers } from './use-others.ts'
import { ViewNote } from './views-menu.tsx'

const PhoneMenu = lazy(() =>
  Promise.all([import('./phone-menu.tsx'), allWords()]).then(([room]) => ({ default: room.PhoneMenu })),
)
const PhoneFilters = lazy(() =>
  import('./phone-filters.tsx').then((room) => ({ default: room.PhoneFilters })),
)
const CreateDialog = lazy(() =>
  Promise.all([import('../publications/create-dialog.tsx'), allWords()]).then(([room]) => ({
    default: room.CreateDialog,
  })),
)

/** The calendar below 768 px: a week at a time, filters and menus in sheets from below. */
export function PhonePage() {
  const roles = rolesOf(useMe())
  const mayPlan = roles.has('planner') || roles.has('contributor')
  const { search, opened, day, filter, change, show } = useCalendarAddress('week')
  const week = weekOf(day)
  const days = useMemo(() => ({ from: week.from, to: addDays(day, DAYS_SHOWN - 1) }), [week.from, day])
  const { query, answer, entries, directory } = useDays(days, filter)
  const others = useOthers(days, search.without)
  const [sheet, setSheet] = useState<'filters' | 'new' | CalendarAct | Entry | null>(null)
  const act = calendarActs.find((one) => one === sheet) ?? null
  const isNew = sheet === 'new' || search.new === '1'

  return (
    <>
      {query.error && <RefusalSentence failure={failureOf(query.error)} of="load" />}
      <PhoneCalendar
        day={day}
        week={week}
        entries={entries}
        answer={answer}
        others={others}
        note={<ViewNote opened={opened} />}
        mayPlan={mayPlan}
        filterCount={filterCount(search)}
        onDay={show}
        onFilters={() => setSheet('filters')}
        onNew={() => setSheet('new')}
        onMenu={setSheet}
      />
      {answer === undefined && !query.error && <LoadingLines count={6} height={64} />}
      <CalendarActs
        act={act}
        opened={opened}
        shownAs={opened.view?.kind ?? 'week'}
        onEnd={() => setSheet(null)}
      />
      <Suspense fallback={null}>
        {sheet === 'filters' && (
          <PhoneFilters
            opened={opened}
            days={week}
            search={search}
            directory={directory}
            count={entries.length}
            onChange={change}
            onAct={setSheet}
            onClose={() => setSheet(null)}
          />
        )}
        {sheet !== null && typeof sheet === 'object' && (
          <PhoneMenu entry={sheet} mayPlan={mayPlan} onClose={() => setSheet(null)} />
        )}
        {isNew && mayPlan && (
          <CreateDialog
            prefilled={{ day, templateId: search.template }}
            onClose={() => {
              setSheet(null)
              if (search.new === '1') change({ new: undefined, template: undefined })
            }}
          />
        )}
      </Suspense>
    </>
  )
}
