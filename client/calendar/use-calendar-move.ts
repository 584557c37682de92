import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { date, type Reader } from '../../domain/language/format.ts'
import type { GivenTime } from '../../domain/publications/planned-time.ts'
import { atClock, daysBetween } from '../../domain/time.ts'
import { announce } from '../shell/announce.ts'
import { type Failure, refusedWith } from '../shell/failure.ts'
import { inOrder } from '../shell/month-answer.ts'
import { useReader } from '../shell/reader.ts'
import { useTRPC } from '../shell/trpc.ts'
import { offerUndo } from '../shell/undo.ts'
import { useCommand } from '../shell/use-command.ts'
import type { Entry, MonthAnswer } from './entry.ts'
import { whenWords } from './event-words.ts'
import type { Slot } from './grid-props.ts'
import { seenOf } from './use-change-many.ts'

export type Move = { entry: Entry; to: Slot }

/** What a move waits for or ended with, said where the act was. */
export type MoveState =
  | { kind: 'asking'; moves: Move[] }
  | { kind: 'failed'; entry: Entry; failure: Failure }
  | null

/** The time to send: an entry keeps how certain it is; what had none is exact once it has a time of day. */
function givenTime(entry: Pick<Entry, 'timeKind'>, to: Slot): GivenTime {
  if (entry.timeKind === 'tentative') return { kind: 'tentative', day: to.day, clock: to.clock }
  return to.clock === null ? { kind: 'open', day: to.day } : { kind: 'exact', day: to.day, clock: to.clock }
}

function timeBefore(entry: Entry): GivenTime {
  if (entry.day === null) return { kind: 'none' }
  return givenTime(entry, { day: entry.day, clock: entry.clock })
}

/** How it stands after the move. */
function moved(entry: Entry, to: Slot, reader: Reader): Entry {
  const time = givenTime(entry, to)
  const at = to.clock === null || time.kind === 'open' ? null : atClock(to.day, to.clock, reader.zone)
  return { ...entry, day: to.day, clock: to.clock, at, timeKind: time.kind }
}

/**
 * Moves publications: shown at once, several in one act, all or nothing; ten seconds to take it back. A move that would
 * end an approval waits in `state` until the person has said so.
 */
export function useCalendarMove() {
  const { t } = useTranslation(['calendar', 'ui'])
  const reader = useReader()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { run, isPending: isOnePending } = useCommand(trpc.publications.move)
  const { run: runMany, isPending: areManyPending } = useCommand(trpc.publications.changeMany)
  const [state, setState] = useState<MoveState>(null)

  const refresh = useCallback(() => queryClient.invalidateQueries({ queryKey: [['reading']] }), [queryClient])

  const show = useCallback(
    (moves: readonly Move[]) => {
      const places = new Map(moves.map(({ entry, to }) => [entry.id, moved(entry, to, reader)]))
      queryClient.setQueriesData<MonthAnswer>(trpc.reading.month.queryFilter(), (answer) => {
        if (answer === undefined) return answer
        const items = answer.items.map((item) => {
          const place = places.get(item.id)
          return place === undefined
            ? item
            : { ...item, day: place.day, at: place.at, timeKind: place.timeKind }
        })
        return { ...answer, items: items.sort(inOrder) }
      })
    },
    [queryClient, trpc, reader],
  )

  const sentenceOf = useCallback(
    (moves: readonly Move[], isEnded: boolean): string => {
      const [only] = moves
      if (only === undefined) return ''
      if (moves.length > 1) return t('move.movedSeveral', { count: moves.length, days: daysWords(only) })
      const at = whenWords(moved(only.entry, only.to, reader), t, reader)
      const from = whenWords(only.entry, t, reader)
      const first = only.entry.day === null ? t('move.scheduled', { at }) : t('move.moved', { from, at })
      const isApproved = ['approved', 'ready', 'held', 'in_review'].includes(only.entry.status)
      if (!isApproved) return first
      return `${first} ${isEnded ? t('move.endsApproval') : t('move.keepsApproval')}`

      function daysWords({ entry, to }: Move): string {
        const days = shiftOf({ entry, to })
        return days < 0
          ? t('move.daysEarlier', { count: -days })
          : days === 0
            ? t('move.sameDay')
            : t('move.daysLater', { count: days })
      }
    },
    [t, reader],
  )

  const sendOne = useCallback(
    async ({ entry, to }: Move, isConfirmed: boolean) => {
      const outcome = await run({
        publicationId: entry.id,
        timeVersion: entry.timeVersion,
        time: givenTime(entry, to),
        confirmsEndOfApproval: isConfirmed,
      })
      if (!outcome.ok) return outcome
      const { timeVersion } = outcome.value
      const takeBack = () =>
        run({ publicationId: entry.id, timeVersion, time: timeBefore(entry), confirmsEndOfApproval: true })
      return { ok: true as const, takeBack }
    },
    [run],
  )

  const sendSeveral = useCallback(
    async (moves: readonly Move[], first: Move, isConfirmed: boolean) => {
      const days = shiftOf(first)
      const outcome = await runMany({
        items: seenOf(moves.map(({ entry }) => entry)),
        change: { kind: 'move', days },
        confirmsEndOfApproval: isConfirmed,
      })
      if (!outcome.ok) return outcome
      const { changed } = outcome.value
      const takeBack = () =>
        runMany({ items: changed, change: { kind: 'move', days: -days }, confirmsEndOfApproval: true })
      return { ok: true as const, takeBack }
    },
    [runMany],
  )

  const send = useCallback(
    async (moves: Move[], isConfirmed: boolean): Promise<void> => {
      const [only] = moves
      if (only === undefined) return
      setState(null)
      show(moves)
      const isOne = moves.length === 1
      const sent = isOne ? await sendOne(only, isConfirmed) : await sendSeveral(moves, only, isConfirmed)
      const { entry } = only
      if (!sent.ok) {
        const ends =
          refusedWith(sent.failure, 'move_ends_approval') ?? refusedWith(sent.failure, 'many_end_approvals')
        if (ends) return setState({ kind: 'asking', moves })
        await refresh()
        return setState({ kind: 'failed', entry, failure: sent.failure })
      }
      void refresh()
      const isEnded = isConfirmed && moves.some((one) => one.entry.moveEndsApproval)
      offerUndo({
        sentence: sentenceOf(moves, isEnded),
        undo: async () => {
          const back = await sent.takeBack()
          await refresh()
          if (!back.ok) return setState({ kind: 'failed', entry, failure: back.failure })
          announce(
            isOne && entry.day !== null
              ? t('move.returned', { at: date(entry.day, reader) })
              : t('move.returnedSeveral'),
          )
        },
      })
    },
    [sendOne, sendSeveral, refresh, show, sentenceOf, t, reader],
  )

  const move = useCallback(
    async (moves: Move[]): Promise<void> => {
      const real = moves.filter(({ entry, to }) => entry.day !== to.day || entry.clock !== to.clock)
      if (real.length === 0) return announce(t('move.backInTime'))
      if (real.some(({ entry }) => entry.moveEndsApproval)) {
        show(real)
        return setState({ kind: 'asking', moves: real })
      }
      await send(real, false)
    },
    [send, show, t],
  )

  const answer = useCallback(
    async (isYes: boolean): Promise<void> => {
      if (state?.kind !== 'asking') return
      if (isYes) {
        await send(state.moves, true)
        return
      }
      setState(null)
      await refresh()
    },
    [state, send, refresh],
  )

  return { move, answer, state, dismiss: () => setState(null), isPending: isOnePending || areManyPending }
}

/** By how many days it is moved. */
function shiftOf({ entry, to }: Move): number {
  return daysBetween(entry.day ?? to.day, to.day)
}
