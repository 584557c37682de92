import { useQueryClient } from '@tanstack/react-query'
import type { inferRouterInputs } from '@trpc/server'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppRouter } from '../../server/router.ts'
import { announce } from '../shell/announce.ts'
import { type Failure, refusedWith } from '../shell/failure.ts'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import type { Entry } from './entry.ts'

type Input = inferRouterInputs<AppRouter>['publications']['changeMany']['input']
export type ChangeOfMarked = Exclude<Input['change'], { kind: 'move' | 'alike' }>

/** What a change of all the marked waits for or ended with, said in their bar. */
export type ChangeState =
  | { kind: 'asking'; change: ChangeOfMarked; count: number; who: string[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'done'; sentence: string; isFinal: boolean }
  | null

/** Each with the versions on the person's screen. */
export function seenOf(entries: readonly Entry[]): Input['items'] {
  return entries.map(({ id, version, timeVersion }) => ({ publicationId: id, version, timeVersion }))
}

/** Owner, campaign, subject class or the end of all the marked, in one act; approvals that end are asked about first. */
export function useChangeMany(entries: readonly Entry[]) {
  const { t } = useTranslation('calendar')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { run, isPending } = useCommand(trpc.publications.changeMany)
  const [state, setState] = useState<ChangeState>(null)

  const send = useCallback(
    async (change: ChangeOfMarked, confirmsEndOfApproval: boolean): Promise<void> => {
      setState(null)
      const outcome = await run({ items: seenOf(entries), change, confirmsEndOfApproval })
      void queryClient.invalidateQueries({ queryKey: [['reading']] })
      if (!outcome.ok) {
        const ending = refusedWith(outcome.failure, 'many_end_approvals')
        const who = ending?.decidedBy.map((person) => person.name) ?? []
        if (ending) setState({ kind: 'asking', change, count: ending.count, who })
        else setState({ kind: 'failed', failure: outcome.failure })
        return
      }
      const sentence = t(`marks.done.${change.kind}`, { count: entries.length })
      announce(sentence)
      setState({ kind: 'done', sentence, isFinal: change.kind === 'cancel' })
    },
    [entries, run, queryClient, t],
  )

  return { send, state, isPending, dismiss: () => setState(null) }
}
