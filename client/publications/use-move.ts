import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { capital } from '../../domain/language/format.ts'
import type { GivenTime, PlannedTime } from '../../domain/publications/planned-time.ts'
import { submittedStates } from '../../domain/publications/states.ts'
import { clockOf } from '../../domain/time.ts'
import { useTRPC } from '../shell/trpc.ts'
import { offerUndo } from '../shell/undo.ts'
import { useCommand } from '../shell/use-command.ts'
import { zoneShown } from '../shell/zone.ts'
import { timeWords } from './time-words.ts'

export type Movable = PlannedTime & { id: string; title: string; timeVersion: number }

/** A stored time as `move` takes it. */
function givenFrom(time: PlannedTime): GivenTime {
  const { timeKind: kind, plannedAt, plannedDay: day } = time
  if (kind === 'none' || day === null) return { kind: 'none' }
  if (kind === 'open') return { kind, day }
  const clock = plannedAt === null ? null : clockOf(plannedAt, zoneShown())
  if (kind === 'tentative') return { kind, day, clock }
  return clock === null ? { kind: 'open', day } : { kind: 'exact', day, clock }
}

/**
 * Moves a publication, says where it went and offers the way back for ten seconds, which is a move too. Refusals come
 * back as the outcome; `move_ends_approval` asks the person first, then `confirmsEndOfApproval` goes with the same time.
 */
export function useMove() {
  const { t } = useTranslation('publications')
  const trpc = useTRPC()
  const refresh = [{ queryKey: trpc.publications.pathKey() }, { queryKey: trpc.reading.pathKey() }]
  const command = useCommand(trpc.publications.move, { refresh })
  const { run } = command

  const move = useCallback(
    async (publication: Movable, time: GivenTime, confirmsEndOfApproval = false) => {
      const outcome = await run({
        publicationId: publication.id,
        timeVersion: publication.timeVersion,
        time,
        confirmsEndOfApproval,
      })
      if (!outcome.ok) return outcome
      const { value } = outcome
      const isKept = submittedStates.some((state) => state === value.state)
      const when = timeWords(t, value)
      const sentence =
        value.timeKind === 'none'
          ? t('move.doneNone')
          : confirmsEndOfApproval
            ? t('move.doneEnded', { when })
            : t(isKept ? 'move.doneKept' : 'move.done', { when })
      offerUndo({
        sentence: capital(sentence),
        undo: () =>
          run({
            publicationId: publication.id,
            timeVersion: value.timeVersion,
            time: givenFrom(publication),
            confirmsEndOfApproval: false,
          }),
      })
      return outcome
    },
    [run, t],
  )
  return { move, isPending: command.isPending, failure: command.failure, reset: command.reset }
}
