import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useTRPC } from '../shell/trpc.ts'
import { type PlatformName, platformOf } from '../ui/platform-mark.tsx'

/** The platforms behind accounts, each once; none while the directory is on its way. */
export function usePlatforms(): (accountIds: readonly string[]) => PlatformName[] {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.reading.directory.queryOptions({}, { staleTime: 10 * 60_000 }))
  const platforms = useMemo(
    () => new Map((data?.accounts ?? []).map((account) => [account.id, platformOf(account.platform)])),
    [data],
  )
  return useCallback(
    (accountIds) => [...new Set(accountIds.flatMap((id) => platforms.get(id) ?? []))],
    [platforms],
  )
}
