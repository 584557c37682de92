import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Language } from '../../domain/language/format.ts'
import type { Grant, Role } from '../../domain/permissions.ts'
import { trpc } from './trpc.ts'

/** Who is signed in, as the page needs it. */
export type Me = {
  person: {
    id: string
    name: string
    email: string | null
    locale: Language
    theme: 'auto' | 'light' | 'dark'
    firstPage: string | null
    singleKeysOff: boolean
  }
  grants: Grant[]
  agency: { name: string; zone: string; isDemo: boolean }
  /** Where the live stream begins: taken in the same read, so that nothing falls between the two. */
  liveCursor: string | null
}

/** The read of who is signed in; null when nobody is, so that asking is no error. */
export const meOptions = () =>
  queryOptions<Me | null>({ ...trpc.people.me.queryOptions(), staleTime: Number.POSITIVE_INFINITY })

/** Who is signed in. Only below the frame, which has read it first: elsewhere it throws. */
export function useMe(): Me {
  const { data } = useQuery(meOptions())
  if (!data) throw new Error('useMe is for pages inside the frame')
  return data
}

/** The same where nobody may be signed in. */
export function useMaybeMe(): Me | null {
  return useQuery({ ...meOptions(), enabled: false }).data ?? null
}

export function rolesOf(me: Me): Set<Role> {
  return new Set(me.grants.map((grant) => grant.role))
}
