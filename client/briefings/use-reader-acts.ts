import { useCallback } from 'react'
import { useTRPC } from '../shell/trpc.ts'
import { useCommand } from '../shell/use-command.ts'
import type { Briefing, BriefingPage } from './briefing-data.ts'

/** What an agent or lead agent does with the version on the screen: read it, sign it. */
export function useReaderActs(page: BriefingPage, briefing: Briefing) {
  const trpc = useTRPC()
  const refresh = [{ queryKey: trpc.briefings.pathKey() }, { queryKey: trpc.reading.pathKey() }]
  const acknowledging = useCommand(trpc.briefings.acknowledge, { refresh })
  const signing = useCommand(trpc.briefings.sign, { refresh })
  const { owner } = page
  const { number, hash } = briefing
  const [runRead, runSign] = [acknowledging.run, signing.run]
  const against = briefing.reasonsAgainst
  return {
    mayRead: page.rights.acknowledge && !briefing.mine.hasRead,
    maySign: page.rights.sign && briefing.signature === null,
    whyNotSign: against.sign[0] ?? null,
    isReading: acknowledging.isPending,
    isSigning: signing.isPending,
    failure: signing.failure ?? acknowledging.failure,
    read: useCallback(() => void runRead({ owner, number }), [runRead, owner, number]),
    sign: useCallback(() => void runSign({ owner, number, hash }), [runSign, owner, number, hash]),
  }
}
