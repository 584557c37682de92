import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../domain/time.ts'
import { failureOf } from '../shell/failure.ts'
import { allWords } from '../shell/language.ts'
import { rolesOf, useMe } from '../shell/me.ts'
import { useReader } from '../shell/reader.ts'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { LoadingLines } from '../ui/loading.tsx'
import { type CalendarAct, CalendarActs } from './calendar-acts.tsx'
import { monthOf } from './days.ts'
import { EmptyNote } from './empty-note.tsx'
import { byDay } from './entry.ts'
import { ExportMenu } from './export-menu.tsx'
import { filterCount, noFilter } from './filter.ts'
import { FilterRow } from './filter-row.tsx'
import type { GridThing } from './grid-events.ts'
import { idOf } from './grid-place.ts'
import type { GridProps } from './grid-props.ts'
import { LoadLegend } from './load-mark.tsx'
import { MonthGrid } from './month-grid.tsx'
import { PrintHead } from './print-head.tsx'
import { PeekedMark, TargetDay } from './shown-marks.tsx'
import { balanceOf, notReadyIn } from './sums.ts'
import { periodName, TitleRow } from './title-row.tsx'
import { useCalendarAddress } from './use-calendar-address.ts'
import { useBacklog, useDays, useNeighbours, useYear } from './use-calendar-data.ts'
import { useCalendarKeys } from './use-calendar-keys.ts'
import { useDayNames } from './use-day-names.ts'
import { useDeskLoad } from './use-desk-load.ts'
import { useDuplicate } from './use-duplicate.ts'
import { useGridFocus } from './use-grid-focus.ts'
import { useMoving } from './use-moving.ts'
import { useOthers } from './use-others.ts'
import { ViewNote, ViewsMenu } from './views-menu.tsx'
import './calendar.css'

const WeekGrid = lazy(() => import('./week-grid.tsx').then((room) => ({ default: room.WeekGrid })))
const ListView = lazy(() => import('./list-view.tsx').then((room) => ({ default: room.ListView })))
const YearView = lazy(() => import('./year-view.tsx').then((room) => ({ default: room.YearView })))
const Rail = lazy(() => import('./rail.tsx').then((room) => ({ default: room.Rail })))
const MarkedBar = lazy(() =>
  Promise.all([import('./marked-bar.tsx'), allWords()]).then(([room]) => ({ default: room.MarkedBar })),
)
const MoveBar = lazy(() => import('./move-bar.tsx').then((room) => ({ default: room.MoveBar })))
const MoveNotice = lazy(() => import('./move-notice.tsx').then((room) => ({ default: room.MoveNotice })))
const DayPeek = lazy(() => import('./day-peek.tsx').then((room) => ({ default: room.DayPeek })))
const EventPeek = lazy(() =>
  Promise.all([import('./event-peek.tsx'), allWords()]).then(([room]) => ({ default: room.EventPeek })),
)
const CreateDialog = lazy(() =>
  Promise.all([import('../publications/create-dialog.tsx'), allWords()]).then(([room]) => ({
    default: room.CreateDialog,
  })),
)

type Peeked =
  | { kind: 'entry'; id: string; anchor: HTMLElement }
  | { kind: 'day'; day: Day; anchor: HTMLElement }
  | null

/** Month, week, day, list and year with the rail; peek, moving and keys are the same in all of them. */
export function DesktopCalendar() {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const navigate = useNavigate()
  const roles = rolesOf(useMe())
  const mayPlan = roles.has('planner') || roles.has('contributor')
  const address = useCalendarAddress()
  const { search, view, day, days, today, filter, change, show, step } = address
  // A year is counted by itself; nothing of it is read day by day.
  const read = useMemo(() => (view === 'year' ? monthOf(day) : days), [view, day, days])
  const { query, answer, entries, directory } = useDays(read, filter, view !== 'year')
  useNeighbours({ view, day, filter, isAsked: query.isSuccess && !query.isPlaceholderData })
  const others = useOthers(read, search.without)
  const beside = { answer, others }
  const hasHours = view === 'week' || view === 'day'
  const load = useDeskLoad(read, hasHours)
  const { data: year } = useYear(Number(day.slice(0, 4)), filter, view === 'year')
  const backlog = useBacklog(filter)
  const railIsOpen = search.rail === undefined ? mayPlan : search.rail === 'open'

  const root = useRef<HTMLDivElement>(null)
  const [peeked, setPeeked] = useState<Peeked>(null)
  const [creating, setCreating] = useState<{ day?: Day; clock?: string } | null>(null)
  const [act, setAct] = useState<CalendarAct | null>(null)
  const duplicate = useDuplicate()

  const known = useMemo(
    () => new Map([...entries, ...backlog.entries].map((entry) => [entry.id, entry])),
    [entries, backlog.entries],
  )
  const entriesOn = useMemo(() => byDay(entries), [entries])
  const cut = useMemo(() => new Map((answer?.cut ?? []).map((one) => [one.day, one])), [answer])
  const countOn = (on: Day) => cut.get(on)?.count ?? entriesOn.get(on)?.length ?? 0

  const beginNew = (on?: Day, clock?: string | null) => {
    if (mayPlan) setCreating({ ...(on && { day: on }), ...(clock && { clock }) })
  }
  const endNew = () => {
    setCreating(null)
    if (search.new === '1') change({ new: undefined, template: undefined })
  }

  const nameOf = useDayNames({ today, countOn, load })
  const focus = useGridFocus({
    root,
    start: view === 'month' && day.slice(0, 7) === today.slice(0, 7) ? today : day,
    nameOf,
    onShow: show,
    onNew: (on) => beginNew(on),
    mayNew: mayPlan,
    names: {
      day: t('keys.day'),
      intoDay: t('keys.intoDay'),
      weekEnds: t('keys.weekEnds'),
      months: t('keys.months'),
    },
  })

  const { marked, markedEntries, moving, movement, setMoving, beginMove, drop, mark, clearMarks } = useMoving(
    {
      known,
      dayNow: focus.dayNow,
      onBegin: () => setPeeked(null),
      onDropped: focus.focusEvent,
    },
  )
  const copy = async (id: string) => {
    const entry = known.get(id)
    const made = entry === undefined ? null : await duplicate.run({ publicationId: id, isCorrection: false })
    if (made?.ok) void navigate({ to: '/publications/$id', params: { id: made.value.id } })
  }
  /** Letters act on what has the focus, else on what the peek shows. */
  const chosenId = () =>
    focus.focusedId() ?? idOf(document.activeElement) ?? (peeked?.kind === 'entry' ? peeked.id : null)

  useCalendarKeys({
    mayPlan,
    onNew: () => beginNew(root.current?.contains(document.activeElement) ? focus.dayNow() : undefined),
    onToday: () => goToday(),
    onView: (next) => change({ view: next === 'month' ? undefined : next }, true),
    onFilters: () => document.querySelector<HTMLElement>('.cal-filter-row :is(button, input)')?.focus(),
    onRail: toggleRail,
    onMove: () => {
      const id = chosenId()
      if (marked.size > 0) beginMove([...marked])
      else if (id !== null) beginMove([id])
    },
    onMark: () => {
      const id = chosenId()
      if (id !== null) mark(id)
    },
    onDuplicate: () => {
      const id = chosenId()
      if (id !== null) void copy(id)
    },
    isMoving: moving !== null,
    mayAct: () => marked.size > 0 || chosenId() !== null,
  })

  const openThing = useCallback(
    (thing: GridThing, anchor: HTMLElement) => {
      if (thing.kind === 'obligation') {
        void navigate({ to: '/issues/$id', params: { id: thing.due.issueId } })
      }
      if (thing.kind === 'agenda') void navigate({ to: '/agenda/$id', params: { id: thing.event.id } })
      if (thing.kind === 'embargo') {
        const { of, id } = thing.embargo
        void navigate({ to: of === 'campaign' ? '/campaigns/$id' : '/publications/$id', params: { id } })
      }
      if (thing.kind === 'entry') setPeeked({ kind: 'entry', id: thing.entry.id, anchor })
    },
    [navigate],
  )

  const grid: GridProps = {
    day,
    days,
    entries,
    answer,
    others,
    load,
    marked,
    moving,
    onOpen: openThing,
    onMark: mark,
    onMoved: (entry, to) => void movement.move([{ entry: known.get(entry.id) ?? entry, to }]),
    onMore: (on, anchor) => setPeeked({ kind: 'day', day: on, anchor }),
    mayNew: mayPlan,
    onNew: beginNew,
    onReceive: (id, to) => {
      const entry = known.get(id)
      if (entry) void movement.move([{ entry, to }])
    },
  }
  const own = view === 'month' ? monthOf(day) : days
  const period = periodName(view, day, days, reader, t as never)
  const peekedEntry = peeked?.kind === 'entry' ? known.get(peeked.id) : undefined
  const isEmpty = query.isSuccess && answer !== undefined && entries.length === 0 && !query.isPlaceholderData
  const balance =
    view === 'year' ? (year?.sum ?? null) : answer === undefined ? null : balanceOf(entriesOn, cut, own)
  const emptyNote = (
    <EmptyNote
      period={period}
      isFiltered={filterCount(search) > 0}
      mayPlan={mayPlan}
      onClear={() => change(noFilter)}
    />
  )

  return (
    <div className="cal-page">
      <PrintHead period={period} />
      <TitleRow
        view={view}
        day={day}
        days={days}
        balance={balance}
        mayPlan={mayPlan}
        onStep={step}
        onToday={goToday}
        onView={(next) => change({ view: next === 'month' ? undefined : next }, true)}
        onNew={() => beginNew()}
        legend={load.all.length > 0 && hasHours ? <LoadLegend load={load} /> : null}
        more={<ExportMenu days={own} filter={filter} />}
      />
      <FilterRow
        start={
          <>
            <ViewsMenu opened={address.opened} shownAs={view} days={own} onAct={setAct} />
            <ViewNote opened={address.opened} />
          </>
        }
        onAct={setAct}
        search={search}
        directory={directory}
        onChange={change}
        notReady={
          answer === undefined ? null : { count: notReadyIn(entries, own), isMore: answer.cut.length > 0 }
        }
        rail={{ count: backlog.count, isMore: backlog.isMore, isOpen: railIsOpen, onToggle: toggleRail }}
      />
      {query.error && <RefusalSentence failure={failureOf(query.error)} of="load" />}
      <div className="cal-columns" data-rail={railIsOpen || undefined}>
        {/* biome-ignore lint/a11y/useSemanticElements: the grid inside brings its own table */}
        <div ref={root} className="cal-grid" role="group" aria-label={t('grid.label', { period })}>
          <Suspense fallback={<LoadingLines count={10} height={60} />}>
            {view === 'month' && <MonthGrid {...grid} />}
            {(view === 'week' || view === 'day') && <WeekGrid key={view} {...grid} />}
            {view === 'year' && <YearView day={day} filter={filter} />}
            {view === 'list' && (
              <ListView
                days={days}
                filter={filter}
                beside={beside}
                marked={marked}
                onMark={mark}
                empty={emptyNote}
              />
            )}
          </Suspense>
          {isEmpty && view !== 'list' && <div className="cal-grid-note">{emptyNote}</div>}
        </div>
        {railIsOpen && (
          <Suspense fallback={null}>
            <Rail
              entries={backlog.entries}
              isLoading={backlog.query.isPending}
              error={backlog.query.error}
              hasMore={backlog.query.hasNextPage}
              mayPlan={mayPlan}
              marked={marked}
              onMark={mark}
              onMore={() => void backlog.query.fetchNextPage()}
              onOpen={(entry, anchor) => setPeeked({ kind: 'entry', id: entry.id, anchor })}
              onSchedule={(entry) => beginMove([entry.id])}
              onIdea={() => beginNew()}
            />
          </Suspense>
        )}
      </div>
      <Suspense fallback={null}>
        {peekedEntry !== undefined && peeked !== null && (
          <EventPeek
            key={peekedEntry.id}
            entry={peekedEntry}
            anchor={peeked.anchor}
            isMarked={marked.has(peekedEntry.id)}
            onClose={() => setPeeked(null)}
            onMove={() => beginMove(marked.has(peekedEntry.id) ? [...marked] : [peekedEntry.id])}
            onMark={() => mark(peekedEntry.id)}
            onDuplicate={mayPlan ? () => void copy(peekedEntry.id) : null}
          />
        )}
        {peeked?.kind === 'day' && (
          <DayPeek
            day={peeked.day}
            entries={entriesOn.get(peeked.day) ?? []}
            count={countOn(peeked.day)}
            beside={beside}
            anchor={peeked.anchor}
            onClose={() => setPeeked(null)}
          />
        )}
        {moving !== null && (
          <MoveBar
            entries={moving.ids.flatMap((id) => known.get(id) ?? [])}
            to={moving.to}
            isWeek={view === 'week' || view === 'day'}
            pauses={answer?.pauses ?? []}
            onChange={(to) => {
              setMoving({ ...moving, to })
              if (to.day < days.from || to.day > days.to) show(to.day)
            }}
            onDrop={drop}
            onCancel={() => setMoving(null)}
          />
        )}
        {movement.state !== null && (
          <MoveNotice
            key={movement.state.kind}
            state={movement.state}
            isPending={movement.isPending}
            onAnswer={(isYes) => void movement.answer(isYes)}
            onDismiss={movement.dismiss}
          />
        )}
        {(creating !== null || search.new === '1') && mayPlan && (
          <CreateDialog prefilled={creating ?? { templateId: search.template }} onClose={endNew} />
        )}
        {marked.size > 0 && moving === null && movement.state === null && (
          <MarkedBar
            entries={markedEntries}
            onMove={() => beginMove([...marked])}
            onClear={() => {
              clearMarks()
              focus.focusDay(focus.dayNow())
            }}
          />
        )}
      </Suspense>
      <CalendarActs act={act} opened={address.opened} shownAs={view} onEnd={() => setAct(null)} />
      <TargetDay root={root} day={moving?.to.day ?? null} />
      <PeekedMark anchor={peeked?.anchor ?? null} />
    </div>
  )

  function goToday() {
    change({ date: undefined }, true)
    if (root.current?.contains(document.activeElement)) focus.focusDay(today)
  }

  function toggleRail() {
    change({ rail: railIsOpen ? 'closed' : 'open' })
  }
}
