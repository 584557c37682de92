import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../shell/trpc.ts'

/** The saved views that the reader may open; asked for once something needs them. */
export function useSavedViews(isNeeded: boolean) {
  const trpc = useTRPC()
  return useQuery(trpc.views.list.queryOptions({}, { enabled: isNeeded, staleTime: 60_000 }))
}
