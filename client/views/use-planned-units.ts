import { useQuery } from '@tanstack/react-query'
import { holds } from '../../domain/permissions.ts'
import type { Me } from '../shell/me.ts'
import { useTRPC } from '../shell/trpc.ts'

/** The units in which the person plans: where they may keep something for everyone there. */
export function usePlannedUnits(me: Me): { id: string; name: string }[] {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.reading.directory.queryOptions({}, { staleTime: 10 * 60_000 }))
  return (data?.units ?? []).filter((unit) => holds(me.grants, 'publication.plan', unit.id))
}
