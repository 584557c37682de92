import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { Action, Role } from '../../domain/permissions.ts'
import { failureOf, refusedWith } from './failure.ts'
import { trpc } from './trpc.ts'

/** Who is signed in, as every page needs it: the person, their roles and actions, the agency, where the stream begins. */
export type Me = inferOutput<typeof trpc.people.me>

/** The read of who is signed in; refused with `signed_out` when nobody is. */
export const meOptions = () => ({ ...trpc.people.me.queryOptions({}), staleTime: Number.POSITIVE_INFINITY })

/** Who is signed in. Only below the frame, which has read it first: elsewhere it throws. */
export function useMe(): Me {
  const { data } = useQuery(meOptions())
  if (!data) throw new Error('useMe is for pages inside the frame')
  return data
}

export function rolesOf(me: Me): Set<Role> {
  return new Set(me.grants.map((grant) => grant.role))
}

/** Whether some role of the person carries `action` anywhere; what each thing allows comes with the thing. */
export function useMay(): (action: Action) => boolean {
  const { may } = useMe()
  return (action) => may.includes(action)
}

/** The session ended while the page was open: what is shown stays, nothing more is given. */
export function useIsSignedOut(): boolean {
  const { error } = useQuery({ ...meOptions(), retry: false })
  return error !== null && refusedWith(failureOf(error), 'signed_out') !== null
}
